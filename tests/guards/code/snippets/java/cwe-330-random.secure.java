import javax.servlet.http.*;

public class Remember extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        long value = new java.security.SecureRandom().nextLong();
        String key = Long.toString(value);
        Cookie cookie = new Cookie("staySignedIn", key);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
        request.getSession().setAttribute("staySignedIn", key);
    }
}
