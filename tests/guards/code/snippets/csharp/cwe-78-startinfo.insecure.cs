using System.Diagnostics;

public static class Converter
{
    public static void Convert(string input, string output)
    {
        var psi = new ProcessStartInfo
        {
            FileName = "/bin/sh",
            Arguments = $"-c \"ffmpeg -i {input} {output}\"",
            UseShellExecute = false
        };
        using var process = Process.Start(psi);
        process!.WaitForExit();
    }
}
