class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-hardcoded-key
        aes.Key = Encoding.UTF8.GetBytes("0123456789abcdef");
        // ruleid: csharp-hardcoded-key
        var a = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("a-long-secret"));
        // ok: csharp-hardcoded-key
        aes.Key = key;
        // ok: csharp-hardcoded-key
        var b = new SymmetricSecurityKey(Convert.FromBase64String(configuration["Jwt:Key"]));
        // ok: csharp-hardcoded-key
        // aes.Key = Encoding.UTF8.GetBytes("0123456789abcdef");
    }
}
