using System;
using System.Security.Cryptography;

public class ResetTokens
{
    public string Create()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        return Convert.ToHexString(bytes);
    }
}
