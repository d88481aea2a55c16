import java.util.List;
import javax.servlet.http.*;

public class PagerServlet extends HttpServlet {
    private final String[] pages = {"intro", "usage", "faq"};

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws java.io.IOException {
        int index = Integer.parseInt(req.getParameter("page"));
        if (index < 0 || index >= pages.length) {
            resp.sendError(404);
            return;
        }
        resp.getWriter().write(pages[index]);
    }
}
