import java.io.IOException;
import javax.servlet.http.*;

public class Pay extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            charge(request);
        } catch (Exception e) {
            log("payment failed", e);
            response.sendError(500);
        }
    }
}
