import java.io.IOException;
import java.util.Set;
import javax.servlet.http.*;

public class Go extends HttpServlet {
    private static final Set<String> PAGES = Set.of("/home", "/help");
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String to = request.getParameter("to");
        response.sendRedirect(to);
    }
}
