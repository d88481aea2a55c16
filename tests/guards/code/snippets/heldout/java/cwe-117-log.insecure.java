import java.util.logging.Logger;
import javax.servlet.http.*;

public class LoginServlet extends HttpServlet {
    private static final Logger LOG = Logger.getLogger("login");

    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String user = request.getParameter("user");
        LOG.warning("failed login of " + user);
        response.setStatus(401);
    }
}
