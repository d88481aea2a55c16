import java.net.URLEncoder;
import java.io.IOException;
import javax.servlet.http.*;

public class PreferenceServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String theme = null;
        Cookie[] cookies = request.getCookies();
        if (cookies != null && cookies.length > 0) {
            theme = cookies[0].getValue();
        }
        if (theme != null) {
            response.addHeader("X-Theme", URLEncoder.encode(theme, "UTF-8"));
        }
    }
}
