class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-zip-slip
        entry.ExtractToFile(Path.Combine(folder, entry.FullName));
        // ruleid: csharp-zip-slip
        entry.ExtractToFile(Path.Combine(folder, entry.FullName), true);
        // ok: csharp-zip-slip
        entry.ExtractToFile(checkedPath, true);
        // ok: csharp-zip-slip
        entry.ExtractToFile(Path.Combine(folder, Path.GetFileName(entry.FullName)), true);
        // ok: csharp-zip-slip
        // entry.ExtractToFile(Path.Combine(folder, entry.FullName));
    }
}
