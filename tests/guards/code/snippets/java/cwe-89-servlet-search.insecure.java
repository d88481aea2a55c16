import java.io.IOException;
import java.sql.*;
import javax.servlet.http.*;

public class SearchServlet extends HttpServlet {
    private javax.sql.DataSource ds;

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String term = req.getParameter("q");
        try (Connection c = ds.getConnection()) {
            Statement st = c.createStatement();
            ResultSet rs = st.executeQuery("SELECT title FROM books WHERE title LIKE '%" + term + "%'");
            resp.setContentType("text/plain");
            while (rs.next()) resp.getWriter().println(rs.getString(1));
        } catch (SQLException e) {
            resp.sendError(500);
        }
    }
}
