import java.io.IOException;
import javax.servlet.http.*;

public class Hello extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        String name = request.getParameter("name");
        response.getWriter().write("<p>Hello " + org.apache.commons.text.StringEscapeUtils.escapeHtml4(name) + "</p>");
    }
}
