import java.sql.*;
import java.util.*;
import javax.servlet.http.*;

public class Tags extends HttpServlet {
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) {
        String[] tags = req.getParameterValues("tag");
        List<String> quoted = new ArrayList<>();
        for (String t : tags) {
            quoted.add("?");
        }
        String sql = "SELECT id FROM posts WHERE tag IN (" + String.join(",", quoted) + ")";
        try (PreparedStatement ps = Db.open().prepareStatement(sql)) {
            for (int i = 0; i < tags.length; i++) ps.setString(i + 1, tags[i]);
            ps.executeQuery();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
