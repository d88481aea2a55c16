using System;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class SessionController : ControllerBase
{
    private readonly ISessionStore _store;

    public SessionController(ISessionStore store) => _store = store;

    [HttpPost("session")]
    public IActionResult Create([FromBody] Credentials credentials)
    {
        var id = _store.Open(credentials);
        Response.Cookies.Append("session_id", id, new CookieOptions
        {
            HttpOnly = false,
            Secure = false,
            Expires = DateTimeOffset.UtcNow.AddDays(7)
        });
        return Ok();
    }
}
