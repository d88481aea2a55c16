using System;
using System.Security.Cryptography;
using System.Text;

public static class Digest
{
    public static string Of(string text)
    {
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
