import java.sql.*;
import javax.servlet.http.*;

public class ReportServlet extends HttpServlet {
    private String where;

    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        this.where = "owner = '" + request.getParameter("owner") + "'";
        run(response);
    }

    private void run(HttpServletResponse response) {
        try (Connection c = Db.open(); Statement s = c.createStatement()) {
            ResultSet rows = s.executeQuery("SELECT * FROM reports WHERE " + where);
            response.setIntHeader("X-Any", rows.next() ? 1 : 0);
        } catch (SQLException e) {
            response.setStatus(500);
        }
    }
}
