using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("repo")]
public class RepoController : ControllerBase
{
    [HttpGet("log")]
    public string Log(string branch)
    {
        var process = Process.Start(new ProcessStartInfo("cmd.exe", "/c git log " + branch)
        {
            RedirectStandardOutput = true
        });
        return process!.StandardOutput.ReadToEnd();
    }
}
