using System.Data.SqlClient;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("api/orders")]
public class OrdersController : ControllerBase
{
    private readonly string _connection;

    public OrdersController(IConfiguration configuration) => _connection = configuration.GetConnectionString("shop");

    [HttpGet]
    public IActionResult Get(string status)
    {
        using var connection = new SqlConnection(_connection);
        connection.Open();
        var sql = "SELECT Id, Total FROM Orders WHERE Status = '" + status + "'";
        using var command = new SqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        return Ok(reader.HasRows);
    }
}
