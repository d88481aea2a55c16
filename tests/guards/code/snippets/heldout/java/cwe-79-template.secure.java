import java.io.IOException;
import javax.servlet.http.*;

public class Err extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        String where = request.getParameter("where");
        StringBuilder page = new StringBuilder("<html>");
        page.append("<p>not found: ");
        page.append(where == null ? "nothing" : "page");
        page.append("</p></html>");
        response.getWriter().print(page);
    }
}
