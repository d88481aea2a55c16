class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-cors-any-origin
        policy.AllowAnyOrigin();
        // ruleid: csharp-cors-any-origin
        policy.SetIsOriginAllowed(origin => true);
        // ok: csharp-cors-any-origin
        policy.WithOrigins("https://app.example.com");
        // ok: csharp-cors-any-origin
        policy.SetIsOriginAllowed(origin => allowed.Contains(origin));
        // ok: csharp-cors-any-origin
        // policy.AllowAnyOrigin();
    }
}
