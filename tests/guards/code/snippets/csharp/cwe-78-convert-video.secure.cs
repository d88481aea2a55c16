using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

public class VideoConverter
{
    public async Task<string> ConvertAsync(string inputFile, string format)
    {
        var output = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var psi = new ProcessStartInfo
        {
            FileName = "/usr/bin/ffmpeg",
            RedirectStandardOutput = true,
            UseShellExecute = false
        };
        psi.ArgumentList.Add("-i");
        psi.ArgumentList.Add(inputFile);
        psi.ArgumentList.Add("-f");
        psi.ArgumentList.Add(format);
        psi.ArgumentList.Add(output);
        using var process = Process.Start(psi)!;
        await process.WaitForExitAsync();
        return output;
    }
}
