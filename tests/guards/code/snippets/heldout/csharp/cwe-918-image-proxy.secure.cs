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
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != "https" || !Hosts.Contains(uri.Host))
        {
            return BadRequest();
        }
        var bytes = await client.GetByteArrayAsync(uri);
        return File(bytes, "image/png");
    }
}
