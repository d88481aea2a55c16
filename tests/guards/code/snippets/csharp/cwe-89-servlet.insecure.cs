using System.Data.SqlClient;

public class Stock
{
    private readonly SqlConnection _c;
    public Stock(SqlConnection c) { _c = c; }

    public int Count(string warehouse, string sku)
    {
        using var cmd = _c.CreateCommand();
        cmd.CommandText = $"SELECT COUNT(*) FROM stock WHERE warehouse = '{warehouse}' AND sku = '{sku}'";
        return (int)cmd.ExecuteScalar();
    }
}
