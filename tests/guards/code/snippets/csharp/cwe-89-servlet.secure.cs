using System.Data.SqlClient;

public class Stock
{
    private readonly SqlConnection _c;
    public Stock(SqlConnection c) { _c = c; }

    public int Count(string warehouse, string sku)
    {
        using var cmd = _c.CreateCommand();
        cmd.CommandText = "SELECT COUNT(*) FROM stock WHERE warehouse = @w AND sku = @s";
        cmd.Parameters.AddWithValue("@w", warehouse);
        cmd.Parameters.AddWithValue("@s", sku);
        return (int)cmd.ExecuteScalar();
    }
}
