using System.Xml;
using System.Text.RegularExpressions;

public class Accounts
{
    public XmlNode Find(XmlDocument doc, string name)
    {
        return doc.SelectSingleNode("/accounts/account[@name='" + name + "']");
    }
}
