import javax.servlet.http.*;

public class LoginServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String token = Tokens.create(request.getParameter("user"), request.getParameter("password"));
        Cookie cookie = new Cookie("auth", token);
        cookie.setMaxAge(3600);
        response.addCookie(cookie);
    }
}
