import java.io.IOException;
import javax.servlet.http.*;

public class PreferencesServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String lang = req.getParameter("lang");
        String theme = req.getParameter("theme");
        resp.setHeader("Set-Cookie", "lang=" + lang + "; Path=/; HttpOnly; Secure");
        resp.addHeader("X-Theme", theme);
        resp.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
