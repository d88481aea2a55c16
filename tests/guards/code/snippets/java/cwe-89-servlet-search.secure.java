import java.io.IOException;
import java.sql.*;
import javax.servlet.http.*;

public class SearchServlet extends HttpServlet {
    private javax.sql.DataSource ds;

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String term = req.getParameter("q");
        try (Connection c = ds.getConnection()) {
            PreparedStatement st = c.prepareStatement("SELECT title FROM books WHERE title LIKE ?");
            st.setString(1, "%" + term + "%");
            ResultSet rs = st.executeQuery();
            resp.setContentType("text/plain");
            while (rs.next()) resp.getWriter().println(rs.getString(1));
        } catch (SQLException e) {
            resp.sendError(500);
        }
    }
}
