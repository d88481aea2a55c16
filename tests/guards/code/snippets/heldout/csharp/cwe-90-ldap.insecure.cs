using System.DirectoryServices;

public class Directory
{
    public SearchResult Find(string user)
    {
        using var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc=example,dc=org"));
        searcher.Filter = "(&(objectClass=user)(sAMAccountName=" + user + "))";
        return searcher.FindOne();
    }
}
