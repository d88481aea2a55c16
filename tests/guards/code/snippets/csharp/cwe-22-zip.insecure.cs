using System.IO;
using System.IO.Compression;

public static class Archive
{
    public static void Extract(string zip, string target)
    {
        using var archive = ZipFile.OpenRead(zip);
        foreach (var entry in archive.Entries)
        {
            entry.ExtractToFile(Path.Combine(target, entry.FullName), true);
        }
    }
}
