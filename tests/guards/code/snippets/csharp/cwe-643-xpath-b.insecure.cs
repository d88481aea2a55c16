using System.Xml;

public class Users
{
    private readonly XmlDocument _document = new XmlDocument();

    public string Role(string name)
    {
        var node = _document.SelectSingleNode("/users/user[@name='" + name + "']/role");
        return node?.InnerText;
    }
}
