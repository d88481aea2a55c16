using System.IO;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("attachments")]
public class AttachmentsController : ControllerBase
{
    private readonly string _root = Path.GetFullPath("/srv/attachments");

    [HttpGet("{fileName}")]
    public IActionResult Get(string fileName)
    {
        var path = Locate(fileName);
        if (path == null || !System.IO.File.Exists(path))
        {
            return NotFound();
        }
        return PhysicalFile(path, "application/octet-stream");
    }

    private string? Locate(string fileName)
    {
        var full = Path.GetFullPath(Path.Combine(_root, fileName));
        return full.StartsWith(_root + Path.DirectorySeparatorChar) ? full : null;
    }
}
