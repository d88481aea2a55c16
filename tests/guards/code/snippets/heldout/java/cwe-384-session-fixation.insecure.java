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
        HttpSession session = request.getSession();
        session.setAttribute("user", user);
        response.sendRedirect("/home");
    }
}
