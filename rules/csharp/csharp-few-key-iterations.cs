class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-few-key-iterations
        var a = new Rfc2898DeriveBytes(password, salt, 1000);
        // ruleid: csharp-few-key-iterations
        var b = new Rfc2898DeriveBytes(password, salt, 5000, HashAlgorithmName.SHA256);
        // ok: csharp-few-key-iterations
        var c = new Rfc2898DeriveBytes(password, salt, 600000, HashAlgorithmName.SHA256);
        // ok: csharp-few-key-iterations
        var d = new Rfc2898DeriveBytes(password, salt, rounds, HashAlgorithmName.SHA256);
        // ok: csharp-few-key-iterations
        // var a = new Rfc2898DeriveBytes(password, salt, 1000);
    }
}
