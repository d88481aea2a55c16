using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

public class SettingsProtector
{
    private readonly byte[] _key;

    public SettingsProtector(byte[] key)
    {
        _key = key;
    }

    public string Protect(string plain)
    {
        using var algorithm = TripleDES.Create();
        algorithm.Key = _key;
        algorithm.Mode = CipherMode.ECB;
        using var encryptor = algorithm.CreateEncryptor();
        var bytes = Encoding.UTF8.GetBytes(plain);
        return Convert.ToBase64String(encryptor.TransformFinalBlock(bytes, 0, bytes.Length));
    }
}
