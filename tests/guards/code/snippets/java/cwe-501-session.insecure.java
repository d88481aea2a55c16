import javax.servlet.http.*;

public class Profile extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String name = request.getParameter("name");
        request.getSession().setAttribute("userid", name);
    }
}
