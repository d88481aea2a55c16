import java.io.IOException;
import javax.servlet.http.*;

public class RememberServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        double value = Math.random();
        String key = Double.toString(value).substring(2);
        Cookie cookie = new Cookie("rememberMe", key);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        request.getSession().setAttribute("rememberMe", key);
        response.addCookie(cookie);
    }
}
