using System.IO;
using Microsoft.AspNetCore.Mvc;

public class FilesController : Controller
{
    private const string Root = "/srv/files";

    [HttpGet("/files")]
    public IActionResult Get(string name)
    {
        var path = Path.Combine(Root, name);
        return PhysicalFile(path, "application/octet-stream");
    }
}
