using System.IO;
using System.Web.Mvc;

public class DownloadController : Controller
{
    public ActionResult Get(string id)
    {
        var path = Path.Combine(Server.MapPath("~/App_Data"), Path.GetFileName(id) + ".pdf");
        return File(path, "application/pdf");
    }
}
