using System;
using System.Linq;
using System.Security.Cryptography;

public class ResetCodeGenerator
{
    private const string Chars = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public string NewResetCode(int length = 20)
    {
        return new string(Enumerable.Repeat(Chars, length)
            .Select(s => s[RandomNumberGenerator.GetInt32(s.Length)]).ToArray());
    }
}
