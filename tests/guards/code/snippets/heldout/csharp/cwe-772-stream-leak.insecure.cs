using System.Data.SqlClient;

public class Stats
{
    private readonly string _cs;

    public Stats(string cs) => _cs = cs;

    public int CountUsers()
    {
        var connection = new SqlConnection(_cs);
        connection.Open();
        var command = new SqlCommand("SELECT COUNT(*) FROM Users", connection);
        return (int)command.ExecuteScalar();
    }
}
