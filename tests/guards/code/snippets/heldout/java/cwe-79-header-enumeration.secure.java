import java.io.*;
import java.util.Enumeration;
import javax.servlet.http.*;

public class RefererServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        String param = "";
        Enumeration<String> headers = request.getHeaders("Referer");
        if (headers != null && headers.hasMoreElements()) {
            param = headers.nextElement();
        }
        String a = param;
        StringBuilder b = new StringBuilder(a);
        b.append(" more");
        String bar = "x" + a.length();
        response.getWriter().printf("From: %s", bar);
    }
}
