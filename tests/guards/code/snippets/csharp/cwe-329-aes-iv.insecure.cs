using System.IO;
using System.Security.Cryptography;
using System.Text;

public static class Vault
{
    public static byte[] Seal(byte[] key, string text)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.IV = Encoding.ASCII.GetBytes("1234567890123456");
        using var ms = new MemoryStream();
        ms.Write(aes.IV);
        using (var cs = new CryptoStream(ms, aes.CreateEncryptor(), CryptoStreamMode.Write))
        {
            cs.Write(Encoding.UTF8.GetBytes(text));
        }
        return ms.ToArray();
    }
}
