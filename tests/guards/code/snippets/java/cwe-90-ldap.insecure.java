import javax.naming.directory.*;
import javax.naming.NamingException;
import javax.servlet.http.*;

public class Directory {
    NamingException last;
    public SearchResult find(HttpServletRequest request, DirContext ctx) throws NamingException {
        String uid = request.getParameter("uid");
        SearchControls sc = new SearchControls();
        sc.setSearchScope(SearchControls.SUBTREE_SCOPE);
        String filter = "(&(objectclass=person)(uid=" + uid + "))";
        return ctx.search("ou=users,dc=example", filter, sc).next();
    }
}
