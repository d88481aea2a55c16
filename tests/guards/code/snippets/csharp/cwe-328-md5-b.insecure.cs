using System;
using System.Security.Cryptography;
using System.Text;

public static class Digest
{
    public static string Of(string text)
    {
        using var md5 = MD5.Create();
        return Convert.ToHexString(md5.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
