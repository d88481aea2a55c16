import java.security.SecureRandom;
import java.util.Random;
import javax.servlet.http.*;

public class TicketNumber extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[20];
        Random source = new Random();
        source.nextBytes(bytes);
        request.getSession().setAttribute("ticket", java.util.Base64.getEncoder().encodeToString(bytes));
        response.setStatus(204);
    }
}
