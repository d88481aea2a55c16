import java.io.*;
import javax.servlet.http.*;

public class UploadServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            store(request.getInputStream());
        } catch (Exception e) {
            log("upload failed", e);
            response.sendError(500, "The upload failed.");
        }
    }

    private void store(InputStream in) throws IOException {
        in.readAllBytes();
    }
}
