using System;
using System.Data.SqlClient;

public class Db
{
    private static readonly string ConnectionString = Environment.GetEnvironmentVariable("SHOP_DB");
    public SqlConnection Open() { var c = new SqlConnection(ConnectionString); c.Open(); return c; }
}
