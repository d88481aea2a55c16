using System.IO;

public static class Export
{
    public static string Write(string csv)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var stream = new FileStream(path, FileMode.CreateNew);
        using var writer = new StreamWriter(stream);
        writer.Write(csv);
        return path;
    }
}
