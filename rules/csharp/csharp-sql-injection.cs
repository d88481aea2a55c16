class Example
{
    void Find(SqlConnection conn, string name)
    {
        // ruleid: csharp-sql-injection
        var a = new SqlCommand("SELECT * FROM Users WHERE Name = '" + name + "'", conn);
        var sql = $"SELECT * FROM Users WHERE Name = '{name}'";
        // ruleid: csharp-sql-injection
        cmd.CommandText = sql;
        // ok: csharp-sql-injection
        var b = new SqlCommand("SELECT * FROM Users WHERE Name = @name", conn);
        b.Parameters.AddWithValue("@name", name);
        // ok: csharp-sql-injection
        cmd.CommandText = "SELECT COUNT(*) FROM Users";
        // new SqlCommand("SELECT " + name)
        var words = "new SqlCommand(name)";
    }
}
