using System;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

[ApiController]
public class HookController : ControllerBase
{
    private readonly string _token = Environment.GetEnvironmentVariable("HOOK_TOKEN")!;

    [HttpPost("/hook")]
    public IActionResult Post([FromHeader(Name = "X-Token")] string token)
    {
        if (token != _token)
        {
            return Unauthorized();
        }
        return Ok();
    }
}
