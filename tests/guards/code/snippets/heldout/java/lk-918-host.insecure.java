import java.net.*;
import javax.servlet.http.*;

public class MirrorServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        String address = request.getParameter("address");
        URL url = new URL(address);
        try (var in = url.openStream()) {
            response.setContentType("application/octet-stream");
            in.transferTo(response.getOutputStream());
        }
    }
}
