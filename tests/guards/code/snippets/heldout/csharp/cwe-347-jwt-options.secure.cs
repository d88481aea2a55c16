using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

public static class AuthSetup
{
    public static void AddTokens(this IServiceCollection services, SecurityKey key)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options =>
            {
                options.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidateIssuer = true,
                    ValidIssuer = "https://id.example.com",
                    ValidateAudience = true,
                    ValidAudience = "shop",
                    ValidateLifetime = true,
                    IssuerSigningKey = key
                };
            });
    }
}
