import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.util.Optional;

public class TokenService {
    private final Algorithm algorithm;

    public TokenService(String secret) {
        this.algorithm = Algorithm.HMAC256(secret);
    }

    public Optional<String> subject(String header) {
        if (header == null || !header.startsWith("Bearer ")) {
            return Optional.empty();
        }
        String token = header.substring(7);
        DecodedJWT jwt = JWT.decode(token);
        return Optional.ofNullable(jwt.getSubject());
    }
}
