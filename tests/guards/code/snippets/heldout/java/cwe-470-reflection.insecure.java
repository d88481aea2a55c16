import javax.servlet.http.*;

public class ActionServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        String action = request.getParameter("action");
        try {
            Runnable task = (Runnable) Class.forName("com.example." + action).getDeclaredConstructor().newInstance();
            task.run();
        } catch (Exception e) {
            response.sendError(400);
        }
    }
}
