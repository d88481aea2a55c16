using System;
using System.Security.Cryptography;
using System.Text;

public class ApiKeys
{
    public string Fingerprint(string key)
    {
        using var algorithm = HashAlgorithm.Create("MD5");
        var hash = algorithm!.ComputeHash(Encoding.UTF8.GetBytes(key));
        return BitConverter.ToString(hash).Replace("-", "");
    }
}
