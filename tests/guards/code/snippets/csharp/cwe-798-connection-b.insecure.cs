using System;
using System.Data.SqlClient;

public static class Db
{
    public static SqlConnection Open()
    {
        var connection = new SqlConnection("Server=db;Database=shop;User Id=sa;Password=Sup3rS3cret!;");
        connection.Open();
        return connection;
    }
}
