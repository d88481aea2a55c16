class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-weak-password-policy
        options.Password.RequiredLength = 4;
        // ruleid: csharp-weak-password-policy
        options.Password.RequiredLength = 6;
        // ok: csharp-weak-password-policy
        options.Password.RequiredLength = 12;
        // ok: csharp-weak-password-policy
        options.Password.RequiredLength = length;
        // ok: csharp-weak-password-policy
        // options.Password.RequiredLength = 4;
    }
}
