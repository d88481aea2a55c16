using System.IdentityModel.Tokens.Jwt;
using System.Linq;
using Microsoft.IdentityModel.Tokens;

public class TokenReader
{
    private readonly TokenValidationParameters _parameters;

    public TokenReader(TokenValidationParameters parameters) => _parameters = parameters;

    public string? UserOf(string token)
    {
        var handler = new JwtSecurityTokenHandler();
        var jwt = handler.ReadJwtToken(token);
        return jwt.Claims.FirstOrDefault(c => c.Type == "sub")?.Value;
    }
}
