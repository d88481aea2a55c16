import java.util.logging.Logger;
import javax.servlet.http.*;

public class Audit {
    private static final Logger LOG = Logger.getLogger("audit");
    void record(HttpServletRequest request) {
        String user = request.getParameter("user");
        LOG.info("login failed for " + user.replaceAll("[\r\n]", "_"));
    }
}
