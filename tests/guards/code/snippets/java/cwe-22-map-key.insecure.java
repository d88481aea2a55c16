import java.io.*;
import java.util.*;
import javax.servlet.*;
import javax.servlet.http.*;

public class DownloadServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String param = request.getParameter("file");
        Map<String, Object> values = new HashMap<>();
        values.put("fixed", "report.pdf");
        values.put("asked", param);
        String name = (String) values.get("asked");
        File file = new File("/srv/files/", name);
        try (InputStream in = new FileInputStream(file)) {
            in.transferTo(response.getOutputStream());
        }
    }
}
