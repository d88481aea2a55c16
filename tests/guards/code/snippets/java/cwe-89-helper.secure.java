import java.sql.*;
import javax.servlet.http.*;

public class Orders extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws SQLException {
        String id = request.getParameter("id");
        String value = new Helper().pick(id);
        Statement s = Db.connection().createStatement();
        s.executeQuery("SELECT * FROM orders WHERE ref = '" + value + "'");
    }

    private static class Helper {
        String pick(String input) {
            int num = 50;
            String out;
            if ((9 * 30) - num < 200) out = input;
            else out = "fixed";
            return out;
        }
    }
}
