import java.io.IOException;
import javax.servlet.http.*;

public class AdminServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        boolean admin = false;
        HttpSession session = req.getSession(false);
        if (session != null) {
            admin = "admin".equals(session.getAttribute("role"));
        }
        if (!admin) {
            resp.sendError(403);
            return;
        }
        resp.getWriter().print("welcome");
    }
}
