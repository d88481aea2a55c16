import javax.servlet.http.*;
import java.io.IOException;

public class GoServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String to = request.getParameter("to");
        if (to == null) to = "/home";
        response.sendRedirect(to);
    }
}
