class Example : Controller
{
    void Run()
    {
        var q = Request.Query["q"];
        // ruleid: csharp-header-injection
        Response.Headers.Add("X-Name", q);
        // ruleid: csharp-header-injection
        Response.AddHeader("X-Name", "n=" + q);
        // ok: csharp-header-injection
        Response.AddHeader("X-Name", "none");
        // ok: csharp-header-injection
        Response.AddHeader("X-Name", Uri.EscapeDataString(q));
        // ok: csharp-header-injection
        // Response.Headers.Add("X-Name", q);
    }
}
