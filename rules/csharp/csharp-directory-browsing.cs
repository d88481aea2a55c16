class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-directory-browsing
        app.UseDirectoryBrowser();
        // ruleid: csharp-directory-browsing
        services.AddDirectoryBrowser();
        // ok: csharp-directory-browsing
        app.UseStaticFiles();
        // ok: csharp-directory-browsing
        services.AddControllers();
        // ok: csharp-directory-browsing
        // app.UseDirectoryBrowser();
    }
}
