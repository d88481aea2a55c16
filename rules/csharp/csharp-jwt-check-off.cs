class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-jwt-check-off
        parameters.ValidateLifetime = false;
        // ruleid: csharp-jwt-check-off
        parameters.RequireSignedTokens = false;
        // ruleid: csharp-jwt-check-off
        var a = new TokenValidationParameters { ValidateIssuerSigningKey = false };
        // ok: csharp-jwt-check-off
        parameters.ValidateLifetime = true;
        // ok: csharp-jwt-check-off
        var b = new TokenValidationParameters { ValidateIssuerSigningKey = true };
        // ok: csharp-jwt-check-off
        // parameters.ValidateLifetime = false;
    }
}
