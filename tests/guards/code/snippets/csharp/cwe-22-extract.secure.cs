using System.IO;
using System.IO.Compression;

public class ThemeInstaller
{
    public void Install(Stream upload, string themeDir)
    {
        using var archive = new ZipArchive(upload, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            if (string.IsNullOrEmpty(entry.Name))
            {
                continue;
            }
            var root = Path.GetFullPath(themeDir) + Path.DirectorySeparatorChar;
            var target = Path.GetFullPath(Path.Combine(root, entry.FullName));
            if (!target.StartsWith(root, System.StringComparison.Ordinal))
            {
                throw new IOException("Entry leaves the theme folder");
            }
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            entry.ExtractToFile(target, overwrite: true);
        }
    }
}
