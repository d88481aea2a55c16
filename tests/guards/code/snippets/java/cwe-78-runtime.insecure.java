import java.io.*;
import javax.servlet.http.*;

public class Tools extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String host = request.getParameter("host");
        Process p = Runtime.getRuntime().exec("nslookup " + host);
        try (BufferedReader r = new BufferedReader(new InputStreamReader(p.getInputStream()))) {
            response.setContentType("text/plain");
            String line;
            while ((line = r.readLine()) != null) response.getWriter().println(line);
        }
    }
}
