using System;
using System.Security.Cryptography;

public class SignatureCheck
{
    public bool IsValid(byte[] data, byte[] signature, RSA key)
    {
        try
        {
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return true;
        }
    }
}
