import java.sql.*;
import javax.servlet.http.*;

public class Filter {
    ResultSet run(HttpServletRequest request, Connection con) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT * FROM t WHERE 1=1");
        String name = request.getParameter("name");
        if (name != null) sql.append(" AND name = '").append(name).append("'");
        return con.createStatement().executeQuery(sql.toString());
    }
}
