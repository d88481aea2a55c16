using System.DirectoryServices;

public class Directory
{
    public SearchResult Find(string user)
    {
        var searcher = new DirectorySearcher();
        searcher.Filter = "(&(objectClass=user)(sAMAccountName=" + user + "))";
        return searcher.FindOne();
    }
}
