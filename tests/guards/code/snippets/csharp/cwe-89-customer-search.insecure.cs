using System.Collections.Generic;
using System.Data.SqlClient;

public class CustomerRepository
{
    private readonly string _connectionString;

    public CustomerRepository(string connectionString)
    {
        _connectionString = connectionString;
    }

    public List<Customer> Search(CustomerQuery query)
    {
        var result = new List<Customer>();
        using (var connection = new SqlConnection(_connectionString))
        {
            connection.Open();
            var sql = "SELECT Id, Name, City FROM Customers WHERE Name LIKE '%" + query.Name + "%'";
            if (!string.IsNullOrEmpty(query.City))
            {
                sql += " AND City = '" + query.City + "'";
            }
            using (var command = new SqlCommand(sql, connection))
            {
                using (var reader = command.ExecuteReader())
                {
                    while (reader.Read())
                    {
                        result.Add(new Customer(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
                    }
                }
            }
        }
        return result;
    }
}
