using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

public class ToolController : ControllerBase
{
    [HttpPost("tool")]
    public void Run([FromBody] string path)
    {
        Process.Start("/bin/bash", $"-c \"ls {path}\"");
    }
}
