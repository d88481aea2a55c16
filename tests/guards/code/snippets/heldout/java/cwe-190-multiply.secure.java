import javax.servlet.http.*;
import java.io.IOException;

public class PriceServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int count;
        try {
            count = Integer.parseInt(request.getParameter("count"));
        } catch (NumberFormatException e) {
            response.sendError(400);
            return;
        }
        if (count < 0 || count > 1000) {
            response.sendError(400);
            return;
        }
        int cents = count * 1999;
        response.getWriter().println(cents);
    }
}
