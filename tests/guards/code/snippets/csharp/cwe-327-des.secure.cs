using System.Security.Cryptography;

public static class Crypto
{
    public static byte[] Encrypt(byte[] data, byte[] key, byte[] iv)
    {
        using var alg = Aes.Create();
        using var enc = alg.CreateEncryptor(key, iv);
        return enc.TransformFinalBlock(data, 0, data.Length);
    }
}
