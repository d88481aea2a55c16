class Example : Controller
{
    void Run()
    {
        var q = Request.Query["q"];
        // ruleid: csharp-unsafe-reflection
        var a = Type.GetType(q);
        // ruleid: csharp-unsafe-reflection
        var b = Assembly.LoadFrom("/plugins/" + q);
        // ok: csharp-unsafe-reflection
        var c = Type.GetType("Example.Report");
        // ok: csharp-unsafe-reflection
        var d = Activator.CreateInstance(typeof(Report));
        // ok: csharp-unsafe-reflection
        // var a = Type.GetType(q);
    }
}
