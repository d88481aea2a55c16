using System.Security.Cryptography;

public static class Box
{
    public static SymmetricAlgorithm Algorithm()
    {
        return Aes.Create();
    }
}
