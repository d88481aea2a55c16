import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.http.*;

public class PhoneBook extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        String name = request.getParameter("name");
        try {
            DirContext context = new InitialDirContext();
            SearchControls controls = new SearchControls();
            String filter = "(&(objectclass=person)(uid={0}))";
            Object[] values = {name};
            NamingEnumeration<SearchResult> found = context.search("ou=users,ou=system", filter, values, controls);
            response.getWriter().println(found.hasMore());
        } catch (NamingException e) {
            throw new java.io.IOException(e);
        }
    }
}
