import java.io.*;
import javax.servlet.http.*;
import org.owasp.encoder.Encode;

public class ProfileServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        StringBuilder page = new StringBuilder("<html><body>");
        String[] tags = request.getParameterValues("tag");
        if (tags != null) {
            for (String tag : tags) {
                page.append("<li>").append(tag).append("</li>");
            }
        }
        page.append("</body></html>");
        response.getWriter().write(page.toString());
    }
}
