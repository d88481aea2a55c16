import javax.servlet.http.*;

public class CartServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String item = request.getParameter("item");
        String kept = item;
        request.getSession().setAttribute("item", kept);
    }
}
