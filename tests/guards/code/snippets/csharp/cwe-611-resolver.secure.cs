using System.Xml;

public class Importer
{
    public string Title(string xml)
    {
        XmlDocument doc = new XmlDocument();
        doc.XmlResolver = null;
        doc.LoadXml(xml);
        return doc.SelectSingleNode("/book/title").InnerText;
    }
}
