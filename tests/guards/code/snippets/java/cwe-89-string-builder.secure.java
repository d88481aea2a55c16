import java.sql.*;
import javax.servlet.http.*;

public class Filter {
    ResultSet run(HttpServletRequest request, Connection con) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT * FROM t WHERE 1=1");
        String name = request.getParameter("name");
        if (name != null) sql.append(" AND name = ?");
        PreparedStatement ps = con.prepareStatement(sql.toString());
        if (name != null) ps.setString(1, name);
        return ps.executeQuery();
    }
}
