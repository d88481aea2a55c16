using Microsoft.IdentityModel.Tokens;

public static class Tokens
{
    public static TokenValidationParameters Parameters(SecurityKey key) => new TokenValidationParameters
    {
        IssuerSigningKey = key,
        ValidIssuer = "https://login.example.org",
        ValidAudience = "shop",
        RequireSignedTokens = true,
    };
}
