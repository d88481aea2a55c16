import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.*;

public class Echo extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String param = "";
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie c : cookies) {
                if (c.getName().equals("cmd")) param = c.getValue();
            }
        }
        List<String> args = new ArrayList<String>();
        args.add("sh");
        args.add("-c");
        args.add("echo " + param.length());
        ProcessBuilder pb = new ProcessBuilder(args);
        pb.start();
    }
}
