using System.IO;
using Microsoft.AspNetCore.Mvc;

public class DownloadController : Controller
{
    private const string Root = "/srv/files";

    public IActionResult Get(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, name));
        if (!path.StartsWith(Root + Path.DirectorySeparatorChar))
        {
            return BadRequest();
        }
        return PhysicalFile(path, "application/octet-stream");
    }
}
