class Accounts {
    byte[] Stored(string password) {
        using var sha = SHA256.Create();
        // ruleid: csharp-hash-without-salt
        return sha.ComputeHash(Encoding.UTF8.GetBytes(password));
    }

    string Hex(User user) {
        var bytes = Encoding.UTF8.GetBytes(user.Password);
        // ruleid: csharp-hash-without-salt
        return Convert.ToHexString(SHA512.HashData(bytes));
    }

    byte[] Keyed(string password, byte[] salt) {
        using var hmac = new HMACSHA512(salt);
        // ok: csharp-hash-without-salt
        return hmac.ComputeHash(Encoding.UTF8.GetBytes(password));
    }

    byte[] Of(string text) {
        using var sha = SHA256.Create();
        // ok: csharp-hash-without-salt
        return sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        // sha.ComputeHash(Encoding.UTF8.GetBytes(password));
    }

    byte[] Slow(string password, byte[] salt) {
        // ok: csharp-hash-without-salt
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600000, HashAlgorithmName.SHA256, 32);
    }
}
