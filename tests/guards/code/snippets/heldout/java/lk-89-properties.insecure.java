import java.sql.*;
import java.util.Properties;
import javax.servlet.http.*;

public class StockServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Properties values = new Properties();
        values.setProperty("warehouse", "main");
        values.setProperty("article", request.getParameter("article"));
        String chosen = values.getProperty("article");
        try (Connection c = DriverManager.getConnection("jdbc:h2:mem:stock");
             Statement s = c.createStatement()) {
            ResultSet rows = s.executeQuery("SELECT amount FROM stock WHERE place = '" + chosen + "'");
            response.setStatus(rows.next() ? 200 : 404);
        } catch (SQLException e) {
            response.setStatus(500);
        }
    }
}
