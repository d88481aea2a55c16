import java.io.IOException;
import javax.servlet.http.*;

public class QuoteServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        String text = request.getParameter("text");
        StringBuilder page = new StringBuilder("<blockquote></blockquote>");
        page.insert(12, text);
        response.getWriter().append(page);
    }
}
