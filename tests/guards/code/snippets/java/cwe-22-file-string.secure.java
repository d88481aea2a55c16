import java.io.*;
import javax.servlet.http.*;

public class Read extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String param = request.getQueryString();
        param = java.net.URLDecoder.decode(param, "UTF-8");
        StringBuilder sb = new StringBuilder(param);
        String text = "fixed" + sb.length();
        String fileName = "/data/" + text;
        try (FileInputStream fis = new FileInputStream(new File(fileName))) {
            byte[] b = new byte[1000];
            int size = fis.read(b);
            response.getWriter().println(size);
        }
    }
}
