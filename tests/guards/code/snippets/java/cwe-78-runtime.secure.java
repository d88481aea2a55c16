import java.io.*;
import javax.servlet.http.*;

public class Tools extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String host = request.getParameter("host");
        if (!host.matches("[A-Za-z0-9.-]{1,253}")) {
            response.sendError(400);
            return;
        }
        Process p = new ProcessBuilder("nslookup", host).start();
        try (BufferedReader r = new BufferedReader(new InputStreamReader(p.getInputStream()))) {
            response.setContentType("text/plain");
            String line;
            while ((line = r.readLine()) != null) response.getWriter().println(line);
        }
    }
}
