using System.Data.SqlClient;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("api/products")]
public class ProductsController : ControllerBase
{
    private readonly string _cs;
    public ProductsController(IConfiguration config) => _cs = config.GetConnectionString("Shop");

    [HttpGet("search")]
    public IActionResult Search([FromQuery] string q)
    {
        using var conn = new SqlConnection(_cs);
        conn.Open();
        var cmd = new SqlCommand("SELECT Name FROM Products WHERE Name LIKE @q", conn);
        cmd.Parameters.AddWithValue("@q", "%" + q + "%");
        using var reader = cmd.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return Ok(names);
    }
}
