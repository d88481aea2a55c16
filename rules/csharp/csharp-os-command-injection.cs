class Example
{
    void Ping(string host)
    {
        // ruleid: csharp-os-command-injection
        Process.Start("cmd.exe", "/c ping " + host);
        var info = new ProcessStartInfo("sh");
        // ruleid: csharp-os-command-injection
        info.Arguments = $"-c \"ls {host}\"";
        // ok: csharp-os-command-injection
        Process.Start("uptime");
        // ok: csharp-os-command-injection
        info.ArgumentList.Add(host);
        // Process.Start(host)
    }
}
