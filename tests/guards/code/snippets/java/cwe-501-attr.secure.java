import javax.servlet.http.*;

public class Prefs extends HttpServlet {
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) {
        String theme = req.getParameter("theme");
        String kept;
        switch (theme) {
            case "dark": kept = "dark"; break;
            default: kept = "light"; break;
        }
        req.getSession().setAttribute("theme", kept);
    }
}
