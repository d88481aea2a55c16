using System.Net;
using Microsoft.AspNetCore.Http;

public static class Echo
{
    public static async Task Run(HttpContext context)
    {
        var msg = context.Request.Query["msg"].ToString();
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync($"<p>{msg}</p>");
    }
}
