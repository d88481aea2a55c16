using System.Security.Cryptography;
using System.Text;

public static class PasswordHasher
{
    public static string Hash(string password, byte[] salt)
    {
        using (MD5 md5 = MD5.Create())
        {
            byte[] hash = md5.ComputeHash(Encoding.UTF8.GetBytes(password));
            return Convert.ToHexString(hash);
        }
    }
}
