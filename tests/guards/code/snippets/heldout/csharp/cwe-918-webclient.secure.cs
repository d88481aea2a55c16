using System.IO;
using System.Net;
using Microsoft.AspNetCore.Mvc;

[Route("import")]
public class ImportController : Controller
{
    [HttpPost]
    public IActionResult FromUrl([FromBody] ImportRequest request)
    {
        if (request.Url != "https://feeds.example.com/products.csv")
        {
            return BadRequest();
        }
        var webRequest = WebRequest.Create("https://feeds.example.com/products.csv");
        using var response = webRequest.GetResponse();
        using var reader = new StreamReader(response.GetResponseStream());
        return Content(reader.ReadToEnd());
    }
}
