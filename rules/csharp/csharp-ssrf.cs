class Example : Controller
{
    void Run()
    {
        var q = Request.Query["q"];
        // ruleid: csharp-ssrf
        var a = client.GetStringAsync(q);
        // ruleid: csharp-ssrf
        var b = WebRequest.Create("http://" + q);
        // ok: csharp-ssrf
        var c = client.GetStringAsync("https://api.example.com/status");
        // ok: csharp-ssrf
        var d = client.GetStringAsync("https://api.example.com/find?q=" + Uri.EscapeDataString(q));
        // ok: csharp-ssrf
        // var a = client.GetStringAsync(q);
    }
}
