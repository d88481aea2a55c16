import javax.naming.directory.*;
import javax.naming.*;
import javax.servlet.http.*;

public class GroupServlet extends HttpServlet {
    private DirContext directory;

    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String[] names = {"staff", request.getParameter("group"), "guests"};
        String group = names[2];
        try {
            directory.search("ou=groups", "(cn=" + group + ")", new SearchControls());
            response.setStatus(204);
        } catch (NamingException e) {
            response.setStatus(500);
        }
    }
}
