import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.*;

public class DirectoryService {
    private final DirContext context;

    public DirectoryService(String url) throws NamingException {
        Hashtable<String, String> env = new Hashtable<>();
        env.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        env.put(Context.PROVIDER_URL, url);
        this.context = new InitialDirContext(env);
    }

    public String findDn(String username) throws NamingException {
        SearchControls controls = new SearchControls();
        controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
        String filter = String.format("(&(objectClass=person)(uid=%s))", username);
        NamingEnumeration<SearchResult> results = context.search("ou=people,dc=example,dc=com", filter, controls);
        return results.hasMore() ? results.next().getNameInNamespace() : null;
    }
}
