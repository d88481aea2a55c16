using System.Security.Cryptography;
using System.Text;

public class KeyWrap
{
    public byte[] Wrap(string secret)
    {
        using var rsa = RSA.Create(1024);
        return rsa.Encrypt(Encoding.UTF8.GetBytes(secret), RSAEncryptionPadding.Pkcs1);
    }
}
