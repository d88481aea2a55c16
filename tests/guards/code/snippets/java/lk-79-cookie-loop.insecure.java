import java.io.IOException;
import javax.servlet.http.*;
import org.apache.commons.text.StringEscapeUtils;

public class BannerServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        String banner = "none";
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (int i = 0; i < cookies.length; i++) {
                if ("banner".equals(cookies[i].getName())) {
                    banner = cookies[i].getValue();
                    break;
                }
            }
        }
        response.getWriter().write("<em>" + banner + "</em>");
    }
}
