import java.io.*;
import javax.servlet.http.*;

public class Docs extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        File f = new File("/srv/docs/", nameOf(id));
        try (InputStream in = new FileInputStream(f)) {
            in.transferTo(response.getOutputStream());
        }
    }

    private static String nameOf(String id) {
        int n = Integer.parseInt(id);
        return n + ".pdf";
    }
}
