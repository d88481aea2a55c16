import java.io.IOException;
import javax.servlet.http.*;

public class RememberServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long value = new java.security.SecureRandom().nextLong();
        String key = Long.toString(value);
        Cookie cookie = new Cookie("rememberMe", key);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        request.getSession().setAttribute("rememberMe", key);
        response.addCookie(cookie);
    }
}
