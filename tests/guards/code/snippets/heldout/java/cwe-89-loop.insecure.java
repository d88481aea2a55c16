import java.sql.*;
import java.util.Enumeration;
import javax.servlet.http.*;

public class Trace extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws SQLException {
        String wanted = "";
        Enumeration<String> names = request.getHeaders("X-Trace");
        if (names != null && names.hasMoreElements()) {
            wanted = names.nextElement();
        }
        String value = wanted;
        Statement st = Db.get().createStatement();
        st.execute("INSERT INTO traces VALUES ('" + value + "')");
    }
}
