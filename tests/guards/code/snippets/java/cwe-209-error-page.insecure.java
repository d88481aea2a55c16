import java.io.IOException;
import java.io.PrintWriter;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.*;

public class AccountServlet extends HttpServlet {
    private static final Logger LOG = Logger.getLogger(AccountServlet.class.getName());
    private AccountDao dao;

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        PrintWriter out = resp.getWriter();
        try {
            out.print(dao.balance(req.getRemoteUser()));
        } catch (Exception e) {
            resp.setStatus(500);
            out.println("Something went wrong: " + e.getMessage());
            e.printStackTrace(out);
        }
    }
}
