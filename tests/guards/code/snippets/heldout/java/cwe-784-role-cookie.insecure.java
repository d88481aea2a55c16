import java.io.IOException;
import javax.servlet.http.*;

public class AdminServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        boolean admin = false;
        for (Cookie c : req.getCookies()) {
            if (c.getName().equals("role") && c.getValue().equals("admin")) {
                admin = true;
            }
        }
        if (!admin) {
            resp.sendError(403);
            return;
        }
        resp.getWriter().print("welcome");
    }
}
