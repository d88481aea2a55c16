import java.io.*;
import java.util.*;
import javax.servlet.http.*;

public class ArchiveServlet extends HttpServlet {
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String folder = req.getParameter("folder");
        List<String> args = new ArrayList<>();
        args.add("sh");
        args.add("-c");
        args.add("tar cf /tmp/out.tar /srv/data");
        ProcessBuilder builder = new ProcessBuilder(args);
        builder.redirectErrorStream(true);
        Process p = builder.start();
        p.getOutputStream().close();
    }
}
