using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

public class ToolController : ControllerBase
{
    [HttpPost("tool")]
    public void Run([FromBody] string path)
    {
        var p = new ProcessStartInfo("ls");
        p.ArgumentList.Add("--");
        p.ArgumentList.Add(path);
        Process.Start(p);
    }
}
