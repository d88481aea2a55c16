import javax.servlet.http.*;
import java.io.IOException;
import java.sql.*;

public class Status extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Connection c = Database.open()) {
            response.getWriter().println(c.isValid(1));
        } catch (SQLException e) {
            log("database", e);
            response.sendError(503);
        }
    }
}
