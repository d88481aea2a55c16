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
        using var aes = new AesGcm(_key, 16);
        var nonce = RandomNumberGenerator.GetBytes(12);
        var bytes = Encoding.UTF8.GetBytes(plain);
        var cipher = new byte[bytes.Length];
        var tag = new byte[16];
        aes.Encrypt(nonce, bytes, cipher, tag);
        using var all = new MemoryStream();
        all.Write(nonce);
        all.Write(tag);
        all.Write(cipher);
        return Convert.ToBase64String(all.ToArray());
    }
}
