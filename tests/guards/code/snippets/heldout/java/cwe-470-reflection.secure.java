import javax.servlet.http.*;

public class ActionServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        String action = request.getParameter("action");
        try {
            Runnable task = switch (action) {
                case "clean" -> new com.example.Clean();
                default -> new com.example.Idle();
            };
            task.run();
        } catch (Exception e) {
            response.sendError(400);
        }
    }
}
