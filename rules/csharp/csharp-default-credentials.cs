using System.Net;

class Mail
{
    void Send(string password)
    {
        // ruleid: csharp-default-credentials
        var a = new NetworkCredential("mail", "hunter2hunter");
        // ruleid: csharp-default-credentials
        var b = new SftpClient("host", "user", "hunter2hunter");
        // ok: csharp-default-credentials
        var c = new NetworkCredential("mail", password);
        // ok: csharp-default-credentials
        var d = new SftpClient("host", "user", password);
        // new NetworkCredential("mail", "hunter2hunter")
    }
}
