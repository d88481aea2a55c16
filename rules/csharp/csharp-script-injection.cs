class Example : Controller
{
    void Run()
    {
        var q = Request.Query["q"];
        // ruleid: csharp-script-injection
        var a = CSharpScript.EvaluateAsync(q);
        // ruleid: csharp-script-injection
        var b = CSharpScript.RunAsync("return " + q);
        // ok: csharp-script-injection
        var c = CSharpScript.EvaluateAsync("1 + 1");
        // ok: csharp-script-injection
        var d = CSharpScript.EvaluateAsync("1 + " + int.Parse(q));
        // ok: csharp-script-injection
        // var a = CSharpScript.EvaluateAsync(q);
    }
}
