using System.IO;
using Microsoft.AspNetCore.Mvc;

public class DownloadController : Controller
{
    private const string Root = "/srv/files";

    public IActionResult Get(string name)
    {
        var path = Path.Combine(Root, name);
        return PhysicalFile(path, "application/octet-stream");
    }
}
