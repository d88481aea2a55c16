import java.io.*;
import java.util.*;
import javax.servlet.http.*;

public class PingServlet extends HttpServlet {
    public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String host = request.getHeader("X-Host");
        if (host == null) host = "";
        List<String> names = new ArrayList<>();
        names.add("localhost");
        names.add(host);
        names.add("example.org");
        names.remove(0);
        String chosen = names.get(0);
        Process process = Runtime.getRuntime().exec("ping -c 1 " + chosen);
        response.getWriter().println(process.pid());
    }
}
