import java.io.*;
import javax.servlet.http.*;

public class RunServlet extends HttpServlet {
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String bar = "";
        for (Cookie cookie : req.getCookies()) {
            if (cookie.getName().equals("profile")) {
                bar = java.net.URLDecoder.decode(cookie.getValue(), "UTF-8");
            }
        }
        String guess = "ABC";
        String value;
        switch (guess.charAt(1)) {
            case 'A':
                value = bar;
                break;
            case 'B':
                value = bar;
                break;
            default:
                value = bar;
        }
        String[] command = {"/bin/sh", "-c", "echo " + value};
        Runtime.getRuntime().exec(command);
    }
}
