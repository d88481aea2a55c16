using System.Xml;
using System.Text.RegularExpressions;

public class Accounts
{
    public XmlNode Find(XmlDocument doc, string name)
    {
        if (!Regex.IsMatch(name, "^[a-zA-Z0-9]+$")) return null;
        return doc.SelectSingleNode("/accounts/account[@name='" + name + "']");
    }
}
