import java.io.IOException;
import javax.servlet.http.*;

public class LoginServlet extends HttpServlet {
    private UserService users;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        User user = users.authenticate(request.getParameter("username"), request.getParameter("password"));
        if (user == null) {
            response.sendRedirect("/login?error");
            return;
        }
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute("user", user);
        response.sendRedirect("/home");
    }
}
