import java.util.*;
import javax.servlet.http.*;

public class SlotsServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        int size = 0;
        try {
            size = Integer.parseInt(request.getParameter("size"));
        } catch (NumberFormatException e) {
            size = 10;
        }
        List<Integer> slots = new ArrayList<>(size);
        int[] values = new int[size];
        slots.add(values.length);
    }
}
