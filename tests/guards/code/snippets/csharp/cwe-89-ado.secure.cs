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
        using var command = new SqlCommand("SELECT Id, Total FROM Orders WHERE Status = @status", connection);
        command.Parameters.AddWithValue("@status", status);
        using var reader = command.ExecuteReader();
        return Ok(reader.HasRows);
    }
}
