class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-type-names-in-json
        settings.TypeNameHandling = TypeNameHandling.All;
        // ruleid: csharp-type-names-in-json
        var a = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto };
        // ok: csharp-type-names-in-json
        settings.TypeNameHandling = TypeNameHandling.None;
        // ok: csharp-type-names-in-json
        var b = new JsonSerializerSettings();
        // ok: csharp-type-names-in-json
        // settings.TypeNameHandling = TypeNameHandling.All;
    }
}
