import java.io.*;
import javax.servlet.http.*;

public class SearchServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        String query = request.getParameterMap().get("q")[0];
        String shown = new Decorator().decorate(query);
        PrintWriter out = response.getWriter();
        out.print("<h1>Results for ");
        out.print(shown);
        out.print("</h1>");
    }

    private static class Decorator {
        String decorate(String text) {
            StringBuilder builder = new StringBuilder(text);
            return builder.append("!").toString();
        }
    }
}
