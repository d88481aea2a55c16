import java.util.*;
import javax.servlet.http.*;

public class ChoiceServlet extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        List<String> choices = new ArrayList<>();
        choices.add("red");
        choices.add(request.getParameter("choice"));
        String choice = choices.get(0);
        request.getSession().setAttribute("choice", choice);
    }
}
