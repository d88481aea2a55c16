using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class SessionController : Controller
{
    public IActionResult Start(string id)
    {
        Response.Cookies.Append("session", id, new CookieOptions { HttpOnly = false, Secure = false });
        return Ok();
    }
}
