import java.io.IOException;
import javax.servlet.http.*;

public class PreferencesServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String lang = req.getParameter("lang");
        String theme = req.getParameter("theme");
        if (lang == null || !lang.matches("[a-z]{2}")) {
            lang = "en";
        }
        resp.setHeader("Set-Cookie", "lang=" + lang + "; Path=/; HttpOnly; Secure");
        resp.addHeader("X-Theme", "dark".equals(theme) ? "dark" : "light");
        resp.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
