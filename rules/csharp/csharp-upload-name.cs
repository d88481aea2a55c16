class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-upload-name
        var a = Path.Combine(folder, file.FileName);
        // ruleid: csharp-upload-name
        var b = Path.Combine(root, "uploads", upload.FileName);
        // ok: csharp-upload-name
        var c = Path.Combine(folder, Path.GetRandomFileName());
        // ok: csharp-upload-name
        var d = Path.Combine(folder, Path.GetFileName(file.FileName));
        // ok: csharp-upload-name
        // var a = Path.Combine(folder, file.FileName);
    }
}
