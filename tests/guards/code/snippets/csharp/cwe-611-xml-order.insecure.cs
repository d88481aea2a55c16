using System.IO;
using System.Xml;

public class OrderXmlParser
{
    public string CustomerId(Stream body)
    {
        var doc = new XmlDocument();
        doc.XmlResolver = new XmlUrlResolver();
        doc.Load(body);
        return doc.SelectSingleNode("/order/customer")?.InnerText ?? "";
    }
}
