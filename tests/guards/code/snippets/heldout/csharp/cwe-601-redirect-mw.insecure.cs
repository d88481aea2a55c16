using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

public class ReturnMiddleware
{
    private readonly RequestDelegate _next;

    public ReturnMiddleware(RequestDelegate next) => _next = next;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path == "/logout")
        {
            string target = context.Request.Query["next"];
            context.Response.Redirect(target ?? "/");
            return;
        }
        await _next(context);
    }
}
