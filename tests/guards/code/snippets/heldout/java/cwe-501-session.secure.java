import javax.servlet.http.*;

public class CartServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String item = request.getParameter("item");
        String kept = item;
        if (item == null || !item.matches("[0-9]{1,8}")) {
            kept = "0";
        }
        request.getSession().setAttribute("item", kept);
    }
}
