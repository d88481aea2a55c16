import java.sql.*;
import java.util.*;
import javax.servlet.http.*;

public class Tags extends HttpServlet {
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) {
        String[] tags = req.getParameterValues("tag");
        List<String> quoted = new ArrayList<>();
        for (String t : tags) {
            quoted.add("'" + t + "'");
        }
        String sql = "SELECT id FROM posts WHERE tag IN (" + String.join(",", quoted) + ")";
        try (PreparedStatement ps = Db.open().prepareStatement(sql)) {
            ps.executeQuery();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
