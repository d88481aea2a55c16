using System;
using System.Security.Cryptography;
using System.Text;

public class WebhookVerifier
{
    private readonly byte[] _secret;

    public WebhookVerifier(string secret) => _secret = Encoding.UTF8.GetBytes(secret);

    public bool Verify(string body, string signature)
    {
        using var hmac = new HMACSHA256(_secret);
        var hash = hmac.ComputeHash(Encoding.UTF8.GetBytes(body));
        var expected = Convert.ToHexString(hash).ToLowerInvariant();
        return expected == signature;
    }
}
