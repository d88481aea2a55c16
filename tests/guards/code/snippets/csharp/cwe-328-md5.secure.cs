using System.Security.Cryptography;
using System.Text;

public static class PasswordHasher
{
    public static string Hash(string password, byte[] salt)
    {
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600000, HashAlgorithmName.SHA256, 32);
        return Convert.ToHexString(hash);
    }
}
