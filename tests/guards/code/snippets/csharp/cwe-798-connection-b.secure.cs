using System;
using System.Data.SqlClient;

public static class Db
{
    public static SqlConnection Open()
    {
        var connection = new SqlConnection(Environment.GetEnvironmentVariable("SHOP_DB"));
        connection.Open();
        return connection;
    }
}
