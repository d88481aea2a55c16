import java.io.*;
import java.sql.*;
import javax.servlet.http.*;

public class OrderServlet extends HttpServlet {
    private Connection connection;

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String param = request.getParameter("status");
        int number = 86;
        String bar;
        bar = (7 * 18) + number > 200 ? "open" : param;
        String sql = "SELECT * FROM orders WHERE status = '" + bar + "'";
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
