using System.IO;
using System.Web;

public class DeleteHandler : IHttpHandler
{
    public bool IsReusable => false;
    public void ProcessRequest(HttpContext context)
    {
        string file = context.Request.QueryString["file"];
        File.Delete(context.Server.MapPath("~/uploads/") + file);
    }
}
