class Example
{
    void Read()
    {
        var name = Request.Query["file"];
        // ruleid: csharp-path-traversal
        var a = File.ReadAllText("/srv/" + name);
        // ruleid: csharp-path-traversal
        var b = File.OpenRead(Path.Combine("/srv", name));
        // ok: csharp-path-traversal
        var c = File.ReadAllText("/srv/fixed.txt");
        // ok: csharp-path-traversal
        var d = File.ReadAllText("/srv/" + Path.GetFileName(name));
        // File.ReadAllText(name)
    }
}
