using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

[ApiController]
public class ImageProxyController : ControllerBase
{
    private static readonly HashSet<string> Hosts = new() { "images.example.com", "cdn.example.com" };
    private readonly IHttpClientFactory _factory;

    public ImageProxyController(IHttpClientFactory factory) => _factory = factory;

    [HttpGet("/proxy")]
    public async Task<IActionResult> Proxy([FromQuery] string url)
    {
        var client = _factory.CreateClient();
        var bytes = await client.GetByteArrayAsync(url);
        return File(bytes, "image/png");
    }
}
