import java.io.*;
import java.util.Base64;
import javax.servlet.http.*;

public class TemplateServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String param = request.getQueryString();
        param = java.net.URLDecoder.decode(param.substring(param.indexOf('=') + 1), "UTF-8");
        String bar = handle(request, param);
        try (FileOutputStream out = new FileOutputStream("/srv/templates/" + bar)) {
            out.write(1);
        }
    }

    private static String handle(HttpServletRequest request, String param) {
        String bar = "none";
        if (param != null) {
            String encoded = Base64.getEncoder().encodeToString(param.getBytes());
            bar = new String(Base64.getDecoder().decode(encoded));
        }
        return bar;
    }
}
