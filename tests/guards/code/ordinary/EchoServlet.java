import java.io.*;
import javax.servlet.http.*;
import org.owasp.encoder.Encode;

public class EchoServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        resp.setContentType("text/html;charset=UTF-8");
        String name = req.getParameter("name");
        if (name == null || name.isBlank()) name = "World";
        PrintWriter out = resp.getWriter();
        try {
            out.println("<p>Hello, " + Encode.forHtml(name) + "</p>");
            int page = Integer.parseInt(req.getParameter("page"));
            out.println("<p>Page " + page + "</p>");
        } catch (NumberFormatException e) {
            log("bad page", e);
            resp.sendError(400, "page must be a number");
        }
    }
}
