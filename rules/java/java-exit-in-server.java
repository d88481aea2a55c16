import java.io.IOException;
import javax.servlet.http.*;

class Orders extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("id") == null) {
            // ruleid: java-exit-in-server
            System.exit(1);
        }
        if (request.getParameter("name") == null) {
            // ruleid: java-exit-in-server
            Runtime.getRuntime().exit(1);
        }
        // ok: java-exit-in-server
        response.sendError(400);
        // System.exit(1);
    }
}

class Tool {
    public static void main(String[] arguments) {
        // ok: java-exit-in-server
        System.exit(arguments.length);
    }
}
