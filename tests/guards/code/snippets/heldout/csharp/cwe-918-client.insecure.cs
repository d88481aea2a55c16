using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class PreviewController : Controller
{
    private static readonly HttpClient Client = new HttpClient();
    private static readonly string[] Hosts = { "images.example.org" };

    [HttpGet("/preview")]
    public async Task<IActionResult> Get([FromQuery] string url)
    {
        var uri = new Uri(url);
        var bytes = await Client.GetByteArrayAsync(uri);
        return File(bytes, "image/png");
    }
}
