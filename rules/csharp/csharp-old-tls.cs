class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-old-tls
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3;
        // ruleid: csharp-old-tls
        options.EnabledSslProtocols = SslProtocols.Tls;
        // ok: csharp-old-tls
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
        // ok: csharp-old-tls
        options.EnabledSslProtocols = SslProtocols.Tls13;
        // ok: csharp-old-tls
        // ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3;
    }
}
