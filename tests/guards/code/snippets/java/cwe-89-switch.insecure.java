import java.sql.*;
import javax.servlet.http.*;

public class Choose extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws SQLException {
        String param = request.getHeader("X-Name");
        String text;
        String letters = "XYZ";
        char letter = letters.charAt(2);
        switch (letter) {
            case 'X':
                text = param;
                break;
            case 'Y':
                text = "anna";
                break;
            case 'Z':
            case 'W':
                text = param;
                break;
            default:
                text = "nobody";
                break;
        }
        Statement s = Db.connection().createStatement();
        s.executeUpdate("DELETE FROM log WHERE name='" + text + "'");
    }
}
