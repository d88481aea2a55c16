using Microsoft.IdentityModel.Tokens;
using System.Text;

public class JwtConfig
{
    public static SymmetricSecurityKey Key(IConfiguration configuration)
    {
        return new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:Key"]));
    }
}
