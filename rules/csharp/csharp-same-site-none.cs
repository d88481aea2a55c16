class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-same-site-none
        cookie.SameSite = SameSiteMode.None;
        // ruleid: csharp-same-site-none
        options.Cookie.SameSite = SameSiteMode.None;
        // ok: csharp-same-site-none
        cookie.SameSite = SameSiteMode.Strict;
        // ok: csharp-same-site-none
        options.Cookie.SameSite = SameSiteMode.Lax;
        // ok: csharp-same-site-none
        // cookie.SameSite = SameSiteMode.None;
    }
}
