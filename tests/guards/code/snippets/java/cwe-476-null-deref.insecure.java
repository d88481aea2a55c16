import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.*;

public class ProfileServlet extends HttpServlet {
    private final Map<String, Profile> profiles = new HashMap<>();

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws java.io.IOException {
        String id = req.getParameter("id");
        String trimmed = id.trim();
        Profile p = profiles.get(trimmed);
        resp.getWriter().print(p.getDisplayName().length());
    }
}
