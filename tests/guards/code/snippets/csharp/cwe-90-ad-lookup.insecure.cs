using System.DirectoryServices;

public class ActiveDirectoryService
{
    private readonly string _path;

    public ActiveDirectoryService(string path)
    {
        _path = path;
    }

    public string? FindEmail(string account)
    {
        using var entry = new DirectoryEntry(_path);
        using var searcher = new DirectorySearcher(entry);
        searcher.Filter = $"(&(objectCategory=person)(sAMAccountName={account}))";
        searcher.PropertiesToLoad.Add("mail");
        var result = searcher.FindOne();
        return result?.Properties["mail"][0] as string;
    }
}
