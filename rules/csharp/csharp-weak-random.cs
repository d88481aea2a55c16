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

    string NewResetCode(int length)
    {
        // ruleid: csharp-weak-random
        var source = new Random();
        return new string(Enumerable.Repeat(Letters, length).Select(s => s[source.Next(s.Length)]).ToArray());
    }

    // ruleid: csharp-weak-random
    private static readonly Random Source = new Random();
}

class Game
{
    int Roll()
    {
        // ok: csharp-weak-random
        var source = new Random();
        return source.Next(1, 7);
    }
}
