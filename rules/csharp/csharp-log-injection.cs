class Example : Controller
{
    void Run()
    {
        var q = Request.Query["q"];
        // ruleid: csharp-log-injection
        logger.LogInformation("asked for " + q);
        // ruleid: csharp-log-injection
        logger.LogWarning($"asked for {q}");
        // ok: csharp-log-injection
        logger.LogInformation("asked for " + q.Replace("\n", "_"));
        // ok: csharp-log-injection
        logger.LogInformation("asked");
        // ok: csharp-log-injection
        // logger.LogInformation("asked for " + q);
    }
}
