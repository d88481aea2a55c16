using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Mvc;

public class PingController : Controller
{
    [HttpGet]
    public string Ping(string host)
    {
        if (!IPAddress.TryParse(host, out var address)) return "bad host";
        var p = new Process { StartInfo = new ProcessStartInfo("ping") { ArgumentList = { address.ToString() } } };
        p.Start();
        p.WaitForExit();
        return "done";
    }
}
