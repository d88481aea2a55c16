import javax.servlet.http.*;

public class Profile extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String name = request.getParameter("name");
        if (!name.matches("^[a-z]{1,20}$")) return;
        request.getSession().setAttribute("userid", name);
    }
}
