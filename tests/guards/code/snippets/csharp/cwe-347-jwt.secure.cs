using Microsoft.IdentityModel.Tokens;

public static class Auth
{
    public static TokenValidationParameters Parameters(SecurityKey key) => new TokenValidationParameters
    {
        ValidateIssuerSigningKey = true,
        ValidateLifetime = true,
        IssuerSigningKey = key,
        ValidIssuer = "https://id.example.com",
        ValidAudience = "shop"
    };
}
