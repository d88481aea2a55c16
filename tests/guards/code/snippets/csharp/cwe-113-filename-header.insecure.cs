using System.Text.RegularExpressions;
using System.Web;

public class ExportHandler : IHttpHandler
{
    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        string name = context.Request.QueryString["name"];
        context.Response.AddHeader("Content-Disposition", "attachment; filename=" + name);
        context.Response.ContentType = "text/csv";
        context.Response.Write(CsvExport.Build());
    }
}
