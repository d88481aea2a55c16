import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.stream.Collectors;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.*;

@WebServlet("/diagnostics/ping")
public class PingServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String host = req.getParameter("host");
        if (host == null || host.isEmpty()) {
            resp.sendError(400, "host is required");
            return;
        }
        String[] cmd = {"/bin/sh", "-c", "ping -c 3 " + host};
        Process p = Runtime.getRuntime().exec(cmd);
        try (BufferedReader r = new BufferedReader(new InputStreamReader(p.getInputStream()))) {
            resp.setContentType("text/plain");
            resp.getWriter().write(r.lines().collect(Collectors.joining("\n")));
        }
    }
}
