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
            FileName = "/bin/bash",
            Arguments = $"-c \"ffmpeg -i {inputFile} -f {format} {output}\"",
            RedirectStandardOutput = true,
            UseShellExecute = false
        };
        using var process = Process.Start(psi)!;
        await process.WaitForExitAsync();
        return output;
    }
}
