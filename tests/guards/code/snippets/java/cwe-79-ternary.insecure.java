import java.io.IOException;
import javax.servlet.http.*;

public class T extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        String param = request.getParameter("p");
        String text;
        int num = 106;
        text = (6 * 20) + num > 200 ? param : "fixed";
        response.getWriter().println(text.toCharArray());
    }
}
