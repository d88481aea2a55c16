import javax.servlet.http.*;

public class Prefs extends HttpServlet {
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) {
        String theme = req.getParameter("theme");
        String kept = theme;
        req.getSession().setAttribute("theme", kept);
    }
}
