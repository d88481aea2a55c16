class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-secret-in-log
        logger.LogInformation("login with " + password);
        // ruleid: csharp-secret-in-log
        logger.LogDebug("token {Token}", token);
        // ruleid: csharp-secret-in-log
        logger.LogInformation($"login of {request.User} with {request.Password}");
        // ok: csharp-secret-in-log
        logger.LogInformation($"card {Mask(order.CardNumber)}");
        // ok: csharp-secret-in-log
        logger.LogInformation("login of " + user);
        // ok: csharp-secret-in-log
        logger.LogInformation("password changed");
        // ok: csharp-secret-in-log
        // logger.LogInformation("login with " + password);
    }
}
