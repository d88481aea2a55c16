using System;
using System.Security.Cryptography;

public class RememberMe
{
    public string CreateToken(int userId)
    {
        var bytes = new byte[32];
        RandomNumberGenerator.Fill(bytes);
        return Convert.ToBase64String(bytes);
    }
}
