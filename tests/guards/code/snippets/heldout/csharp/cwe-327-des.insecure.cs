using System.IO;
using System.Security.Cryptography;

public static class Sealer
{
    public static byte[] Encrypt(byte[] key, byte[] data)
    {
        using var algorithm = TripleDES.Create();
        algorithm.Mode = CipherMode.ECB;
        algorithm.Key = key;
        using var encryptor = algorithm.CreateEncryptor();
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}
