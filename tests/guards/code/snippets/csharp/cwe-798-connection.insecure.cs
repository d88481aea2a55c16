using System;
using System.Data.SqlClient;

public class Db
{
    private const string ConnectionString = "Server=db;Database=shop;User Id=sa;Password=P@ssw0rd123;";
    public SqlConnection Open() { var c = new SqlConnection(ConnectionString); c.Open(); return c; }
}
