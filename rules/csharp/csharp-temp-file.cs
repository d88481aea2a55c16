class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-temp-file
        var a = Path.GetTempFileName();
        // ruleid: csharp-temp-file
        File.WriteAllText(Path.GetTempFileName(), text);
        // ok: csharp-temp-file
        var b = Path.GetRandomFileName();
        // ok: csharp-temp-file
        var c = "Path.GetTempFileName()";
        // ok: csharp-temp-file
        // var a = Path.GetTempFileName();
    }
}
