import java.sql.*;
import javax.servlet.http.*;

public class UserServlet extends HttpServlet {
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) {
        try {
            String user = req.getParameter("user");
            String sql = build(user);
            Connection c = DriverManager.getConnection("jdbc:h2:mem:x");
            c.createStatement().executeUpdate(sql);
        } catch (SQLException e) {
            resp.setStatus(500);
        }
    }

    private String build(String user) {
        StringBuilder sb = new StringBuilder();
        sb.append("UPDATE users SET seen = 1 WHERE name = '");
        sb.append(user);
        sb.append("'");
        return sb.toString();
    }
}
