import java.sql.*;
import javax.servlet.http.*;

public class ScoreServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String data;
        switch (6) {
            case 6:
                data = request.getParameter("names");
                break;
            default:
                data = null;
                break;
        }
        if (data == null) return;
        String[] names = data.split("-");
        try (Connection c = Database.connect();
             Statement statement = c.createStatement()) {
            for (int i = 0; i < names.length; i++) {
                statement.addBatch("update users set hits=hits+1 where name='" + names[i] + "'");
            }
            statement.executeBatch();
        } catch (SQLException e) {
            getServletContext().log("update failed");
        }
    }
}
