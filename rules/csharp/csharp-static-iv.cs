class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-static-iv
        aes.IV = new byte[16];
        // ruleid: csharp-static-iv
        aes.IV = Encoding.UTF8.GetBytes("0000000000000000");
        // ok: csharp-static-iv
        aes.GenerateIV();
        // ok: csharp-static-iv
        aes.IV = iv;
        // ok: csharp-static-iv
        // aes.IV = new byte[16];
    }
}
