class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-metadata-without-https
        options.RequireHttpsMetadata = false;
        // ruleid: csharp-metadata-without-https
        client.EnableSsl = false;
        // ok: csharp-metadata-without-https
        options.RequireHttpsMetadata = true;
        // ok: csharp-metadata-without-https
        client.EnableSsl = true;
        // ok: csharp-metadata-without-https
        // options.RequireHttpsMetadata = false;
    }
}
