using System.IO;
using System.Net;
using Microsoft.AspNetCore.Mvc;

[Route("import")]
public class ImportController : Controller
{
    [HttpPost]
    public IActionResult FromUrl([FromBody] ImportRequest request)
    {
        var webRequest = WebRequest.Create(request.Url);
        using var response = webRequest.GetResponse();
        using var reader = new StreamReader(response.GetResponseStream());
        return Content(reader.ReadToEnd());
    }
}
