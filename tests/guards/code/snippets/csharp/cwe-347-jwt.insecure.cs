using Microsoft.IdentityModel.Tokens;

public static class Auth
{
    public static TokenValidationParameters Parameters(SecurityKey key) => new TokenValidationParameters
    {
        ValidateIssuerSigningKey = false,
        ValidateLifetime = false,
        SignatureValidator = (token, p) => new JwtSecurityToken(token),
        IssuerSigningKey = key,
        ValidIssuer = "https://id.example.com",
        ValidAudience = "shop"
    };
}
