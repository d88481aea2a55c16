using System.IO;
using System.IO.Compression;

public static class Unpacker
{
    public static void Unpack(string archive, string destination)
    {
        using var zip = ZipFile.OpenRead(archive);
        foreach (var entry in zip.Entries)
        {
            var target = Path.Combine(destination, entry.FullName);
            if (!Path.GetFullPath(target).StartsWith(Path.GetFullPath(destination) + Path.DirectorySeparatorChar))
            {
                throw new IOException("bad entry");
            }
            Directory.CreateDirectory(Path.GetDirectoryName(target));
            entry.ExtractToFile(target, true);
        }
    }
}
