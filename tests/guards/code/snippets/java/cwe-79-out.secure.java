import java.io.*;
import javax.servlet.http.*;
import org.owasp.encoder.Encode;

public class Page extends HttpServlet {
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        resp.setContentType("text/html");
        PrintWriter out = resp.getWriter();
        String q = req.getParameter("q");
        if (q == null) q = "";
        out.println("<input value=\"" + Encode.forHtmlAttribute(q) + "\">");
    }
}
