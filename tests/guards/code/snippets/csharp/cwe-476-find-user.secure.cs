using System.Collections.Generic;
using System.Linq;

public class UserDirectory
{
    private readonly List<User> _users = new List<User>();

    public string EmailOf(string name)
    {
        var user = _users.FirstOrDefault(u => u.Name == name);
        if (user == null)
        {
            return string.Empty;
        }
        return user.Email.ToLower();
    }
}
