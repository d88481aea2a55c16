import javax.servlet.http.*;

public class RememberMe {
    private final TokenStore tokens;

    public RememberMe(TokenStore tokens) {
        this.tokens = tokens;
    }

    public void remember(HttpServletResponse response, long userId) {
        String token = tokens.issue(userId);
        Cookie cookie = new Cookie("remember_me", token);
        cookie.setPath("/");
        cookie.setMaxAge(60 * 60 * 24 * 30);
        response.addCookie(cookie);
    }
}
