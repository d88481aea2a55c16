using System.Xml;

public class Users
{
    private readonly XmlDocument _document = new XmlDocument();

    public string Role(string name)
    {
        foreach (XmlNode user in _document.SelectNodes("/users/user"))
        {
            if (user.Attributes["name"]?.Value == name) return user["role"]?.InnerText;
        }
        XmlNode node = null;
        return node?.InnerText;
    }
}
