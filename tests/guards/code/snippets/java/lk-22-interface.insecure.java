import java.io.*;
import javax.servlet.http.*;

public class ThemeServlet extends HttpServlet {
    interface Source { String pick(String given); }

    static class Echo implements Source {
        public String pick(String given) { return given; }
    }

    static class Fixed implements Source {
        public String pick(String ignored) { return "plain"; }
    }

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String theme = request.getParameter("theme");
        String name = new Echo().pick(theme);
        try (FileInputStream in = new FileInputStream("/srv/themes/" + name + ".css")) {
            in.transferTo(response.getOutputStream());
        }
    }
}
