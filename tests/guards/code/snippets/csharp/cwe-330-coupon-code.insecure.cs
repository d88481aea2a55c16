using System;
using System.Linq;
using System.Security.Cryptography;

public class ResetCodeGenerator
{
    private const string Chars = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static readonly Random _random = new Random();

    public string NewResetCode(int length = 20)
    {
        return new string(Enumerable.Repeat(Chars, length)
            .Select(s => s[_random.Next(s.Length)]).ToArray());
    }
}
