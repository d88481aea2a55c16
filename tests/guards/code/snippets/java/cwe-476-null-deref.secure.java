import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.*;

public class ProfileServlet extends HttpServlet {
    private final Map<String, Profile> profiles = new HashMap<>();

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws java.io.IOException {
        String id = req.getParameter("id");
        if (id == null) {
            resp.sendError(400);
            return;
        }
        Profile p = profiles.get(id.trim());
        if (p == null) {
            resp.sendError(404);
            return;
        }
        resp.getWriter().print(p.getDisplayName().length());
    }
}
