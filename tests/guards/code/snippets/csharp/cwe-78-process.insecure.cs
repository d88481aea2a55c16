using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Mvc;

public class PingController : Controller
{
    [HttpGet]
    public string Ping(string host)
    {
        var p = Process.Start("cmd.exe", "/c ping " + host);
        p.WaitForExit();
        return "done";
    }
}
