using System.IO;
using System.Web.Mvc;

public class DownloadController : Controller
{
    public ActionResult Get(string id)
    {
        var path = Server.MapPath("~/App_Data/" + id + ".pdf");
        return File(path, "application/pdf");
    }
}
