class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-hardcoded-password
        string password = "hunter2-prod";
        // ruleid: csharp-hardcoded-password
        var apiKey = "k-83kd92kd93";
        // ruleid: csharp-hardcoded-password
        string jwtKey = "c2lnbmluZy1rZXktMTIzNDU2";
        // ok: csharp-hardcoded-password
        string password2 = Environment.GetEnvironmentVariable("PASSWORD");
        // ok: csharp-hardcoded-password
        string passwordLabel = "Password";
        // ok: csharp-hardcoded-password
        string secret = "";
        // ok: csharp-hardcoded-password
        // string password = "hunter2-prod";
    }
}
