import java.sql.*;
import java.util.*;
import javax.servlet.http.*;

public class Report extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String param = request.getParameter("field");
        String text = "fallback";
        if (param != null) {
            List<String> values = new ArrayList<String>();
            values.add("first");
            values.add(param);
            values.add("third");
            values.remove(0);
            text = values.get(1);
        }
        String sql = "SELECT * FROM users WHERE name='" + text + "'";
        try {
            Statement s = Db.connection().createStatement();
            s.execute(sql);
        } catch (SQLException e) {
            throw new RuntimeException(e);
        }
    }
}
