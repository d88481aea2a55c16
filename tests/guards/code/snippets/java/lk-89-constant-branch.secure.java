import java.sql.*;
import javax.servlet.http.*;

public class TicketServlet extends HttpServlet {
    private Connection connection;

    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String param = request.getHeader("X-Queue");
        String queue = "default";
        int limit = 40;
        if ((limit * 2) - 100 > 0) {
            queue = param;
        }
        try (Statement s = connection.createStatement()) {
            s.executeUpdate("DELETE FROM tickets WHERE queue = '" + queue + "'");
        } catch (SQLException e) {
            response.setStatus(500);
        }
    }
}
