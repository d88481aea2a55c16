class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-insecure-cookie
        cookie.Secure = false;
        // ruleid: csharp-insecure-cookie
        cookie.HttpOnly = false;
        // ruleid: csharp-insecure-cookie
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        // ok: csharp-insecure-cookie
        cookie.Secure = true;
        // ok: csharp-insecure-cookie
        cookie.HttpOnly = true;
        // ok: csharp-insecure-cookie
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        // ok: csharp-insecure-cookie
        // cookie.Secure = false;
    }
}
