using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc;

public class GreetingController : Controller
{
    [HttpGet("/hello")]
    public IActionResult Hello([FromQuery] string name)
    {
        var html = new StringBuilder();
        html.Append("<html><body><h1>Hello, ");
        html.Append(WebUtility.HtmlEncode(name));
        html.Append("!</h1></body></html>");
        return Content(html.ToString(), "text/html");
    }
}
