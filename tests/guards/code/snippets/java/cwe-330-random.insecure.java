import javax.servlet.http.*;

public class Remember extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        double value = Math.random();
        String key = Double.toString(value).substring(2);
        Cookie cookie = new Cookie("staySignedIn", key);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
        request.getSession().setAttribute("staySignedIn", key);
    }
}
