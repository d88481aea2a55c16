using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("repo")]
public class RepoController : ControllerBase
{
    [HttpGet("log")]
    public string Log(string branch)
    {
        var info = new ProcessStartInfo("git") { RedirectStandardOutput = true };
        info.ArgumentList.Add("log");
        info.ArgumentList.Add("--");
        info.ArgumentList.Add(branch);
        var process = Process.Start(info);
        return process!.StandardOutput.ReadToEnd();
    }
}
