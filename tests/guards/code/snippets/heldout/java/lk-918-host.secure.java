import java.net.*;
import javax.servlet.http.*;

public class MirrorServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        String address = request.getParameter("address");
        URL url = new URL(address);
        if (!url.getProtocol().equals("https") || !url.getHost().equals("mirror.example.org")) {
            response.sendError(400);
            return;
        }
        try (var in = url.openStream()) {
            response.setContentType("application/octet-stream");
            in.transferTo(response.getOutputStream());
        }
    }
}
