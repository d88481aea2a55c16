using System.Net;
using Microsoft.AspNetCore.Mvc;

public class GreetingController : Controller
{
    public IActionResult Hello(string name)
    {
        var html = $"<h1>Hello {WebUtility.HtmlEncode(name)}</h1>";
        return Content(html, "text/html");
    }
}
