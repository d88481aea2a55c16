using System.IO;
using System.IO.Compression;

public static class Archive
{
    public static void Extract(string zip, string target)
    {
        using var archive = ZipFile.OpenRead(zip);
        foreach (var entry in archive.Entries)
        {
            var full = Path.GetFullPath(Path.Combine(target, entry.FullName));
            if (!full.StartsWith(Path.GetFullPath(target) + Path.DirectorySeparatorChar)) throw new IOException("outside");
            entry.ExtractToFile(full, true);
        }
    }
}
