class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-short-rsa-key
        var a = RSA.Create(1024);
        // ruleid: csharp-short-rsa-key
        var b = new RSACryptoServiceProvider(512);
        // ok: csharp-short-rsa-key
        var c = RSA.Create(3072);
        // ok: csharp-short-rsa-key
        var d = RSA.Create();
        // ok: csharp-short-rsa-key
        // var a = RSA.Create(1024);
    }
}
