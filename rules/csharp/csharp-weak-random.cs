class Example : Controller
{
    void Run()
    {
        // ruleid: csharp-weak-random
        var token = random.Next();
        // ruleid: csharp-weak-random
        resetToken += random.Next(10);
        // ok: csharp-weak-random
        var dice = random.Next(6);
        // ok: csharp-weak-random
        var token2 = RandomNumberGenerator.GetInt32(1000000);
        // ok: csharp-weak-random
        // var token = random.Next();
    }
}
