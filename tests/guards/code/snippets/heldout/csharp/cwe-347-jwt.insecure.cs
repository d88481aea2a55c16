using Microsoft.IdentityModel.Tokens;

public static class Tokens
{
    public static TokenValidationParameters Parameters(SecurityKey key) => new TokenValidationParameters
    {
        IssuerSigningKey = key,
        ValidateIssuer = false,
        ValidateLifetime = false,
        RequireSignedTokens = false,
    };
}
