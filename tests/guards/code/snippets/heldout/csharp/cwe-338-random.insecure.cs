using System;
using System.Security.Cryptography;

public class ResetTokens
{
    public string Create()
    {
        var random = new Random();
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexString(bytes);
    }
}
