using System.IO;
using Microsoft.AspNetCore.Mvc;

[Route("reports")]
public class ReportsController : Controller
{
    [HttpGet("{name}")]
    public IActionResult Get(string name)
    {
        if (name.Contains("..") || name.Contains('/')) return NotFound();
        var file = Path.Combine("reports", name);
        if (!System.IO.File.Exists(file)) return NotFound();
        return File(System.IO.File.ReadAllBytes(file), "application/pdf");
    }
}
