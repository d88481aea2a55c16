import java.io.*;
import javax.servlet.http.*;

public class UploadServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            store(request.getInputStream());
        } catch (Exception e) {
            e.printStackTrace(response.getWriter());
            response.getWriter().println("Failed: " + e.getMessage());
        }
    }

    private void store(InputStream in) throws IOException {
        in.readAllBytes();
    }
}
