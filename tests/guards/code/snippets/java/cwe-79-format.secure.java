import java.io.*;
import javax.servlet.http.*;

public class GreetServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        String name = request.getParameter("name");
        name = org.apache.commons.text.StringEscapeUtils.escapeHtml4(name);
        Object[] parts = {"Hello", name};
        response.getWriter().format(java.util.Locale.US, "<p>%1$s, %2$s</p>", parts);
    }
}
