import java.io.*;
import java.nio.file.*;
import javax.servlet.http.*;

public class Download extends HttpServlet {
    private static final Path BASE = Paths.get("/srv/files");

    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        Path file = BASE.resolve(name);
        Files.copy(file, response.getOutputStream());
    }
}
