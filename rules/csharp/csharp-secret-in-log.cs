class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-secret-in-log
        logger.LogInformation("login with " + password);
        // ruleid: csharp-secret-in-log
        logger.LogDebug("token {Token}", token);
        // ok: csharp-secret-in-log
        logger.LogInformation("login of " + user);
        // ok: csharp-secret-in-log
        logger.LogInformation("password changed");
        // ok: csharp-secret-in-log
        // logger.LogInformation("login with " + password);
    }
}
