import java.io.IOException;
import javax.servlet.http.*;

public class Show extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        java.util.Map<String, String[]> map = request.getParameterMap();
        String param = "";
        if (!map.isEmpty()) {
            String[] values = map.get("input");
            if (values != null) param = values[0];
        }
        String text = "none";
        java.util.HashMap<String, Object> m = new java.util.HashMap<String, Object>();
        m.put("left", "fixed words");
        m.put("right", param);
        text = (String) m.get("right");
        text = (String) m.get("left");
        Object[] parts = {"name", text};
        response.getWriter().format("%1$s: %2$s", parts);
    }
}
