using System.IO;

public static class Export
{
    public static string Write(string csv)
    {
        var path = Path.GetTempPath() + "export.csv";
        File.WriteAllText(path, csv);
        return path;
    }
}
