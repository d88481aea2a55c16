class Example : Controller
{
    void Run()
    {
        var q = Request.Query["q"];
        // ruleid: csharp-xpath-injection
        var a = document.SelectSingleNode("//user[@name='" + q + "']");
        // ruleid: csharp-xpath-injection
        var b = document.SelectNodes($"//user[@name='{q}']");
        // ok: csharp-xpath-injection
        var c = document.SelectSingleNode("//user[1]");
        // ok: csharp-xpath-injection
        var d = document.SelectSingleNode("//user[" + int.Parse(q) + "]");
        // ok: csharp-xpath-injection
        // var a = document.SelectSingleNode("//user[@name='" + q + "']");
    }
}
