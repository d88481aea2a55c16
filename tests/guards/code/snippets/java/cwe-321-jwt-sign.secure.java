import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.security.Keys;
import java.security.Key;
import java.util.Base64;
import java.util.Date;

public class JwtIssuer {
    private final Key key = Keys.hmacShaKeyFor(Base64.getDecoder().decode(System.getenv("JWT_SIGNING_KEY")));

    public String issue(String user) {
        return Jwts.builder()
                .setSubject(user)
                .setExpiration(new Date(System.currentTimeMillis() + 900_000))
                .signWith(key, SignatureAlgorithm.HS256)
                .compact();
    }
}
