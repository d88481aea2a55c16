using System.Text.RegularExpressions;
using System.Web;

public class ExportHandler : IHttpHandler
{
    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        string name = context.Request.QueryString["name"];
        string safe = Regex.Replace(name ?? "export", "[^A-Za-z0-9._-]", "_");
        context.Response.AddHeader("Content-Disposition", "attachment; filename=" + safe);
        context.Response.ContentType = "text/csv";
        context.Response.Write(CsvExport.Build());
    }
}
