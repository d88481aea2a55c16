using System.IO;
using System.Xml;

public class OrderXmlParser
{
    public string CustomerId(Stream body)
    {
        var doc = new XmlDocument();
        doc.XmlResolver = null;
        doc.Load(body);
        return doc.SelectSingleNode("/order/customer")?.InnerText ?? "";
    }
}
