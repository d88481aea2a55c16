using System.Data.SQLite;

public class LoginForm
{
    public bool Check(string user, string hash, SQLiteConnection c)
    {
        using (var cmd = c.CreateCommand())
        {
            cmd.CommandText = "SELECT COUNT(*) FROM users WHERE name=$n AND hash=$h";
            cmd.Parameters.AddWithValue("$n", user);
            cmd.Parameters.AddWithValue("$h", hash);
            return (long)cmd.ExecuteScalar() > 0;
        }
    }
}
