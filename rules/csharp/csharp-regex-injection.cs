class Example : Controller
{
    void Run()
    {
        var q = Request.Query["q"];
        // ruleid: csharp-regex-injection
        var a = new Regex(q);
        // ruleid: csharp-regex-injection
        var b = new Regex("^" + q + "$");
        // ok: csharp-regex-injection
        var c = new Regex(Regex.Escape(q));
        // ok: csharp-regex-injection
        var d = new Regex("^[a-z]+$");
        // ok: csharp-regex-injection
        // var a = new Regex(q);
    }
}
