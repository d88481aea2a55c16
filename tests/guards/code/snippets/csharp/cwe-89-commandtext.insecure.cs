using System.Data.SQLite;

public class LoginForm
{
    public bool Check(string user, string hash, SQLiteConnection c)
    {
        using (var cmd = c.CreateCommand())
        {
            cmd.CommandText = "SELECT COUNT(*) FROM users WHERE name='" + user + "' AND hash='" + hash + "'";
            return (long)cmd.ExecuteScalar() > 0;
        }
    }
}
