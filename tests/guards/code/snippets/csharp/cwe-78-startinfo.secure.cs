using System.Diagnostics;

public static class Converter
{
    public static void Convert(string input, string output)
    {
        var psi = new ProcessStartInfo
        {
            FileName = "ffmpeg",
            UseShellExecute = false
        };
        psi.ArgumentList.Add("-i");
        psi.ArgumentList.Add(input);
        psi.ArgumentList.Add(output);
        using var process = Process.Start(psi);
        process!.WaitForExit();
    }
}
