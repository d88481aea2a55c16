using System.IO;
using System.Xml;

public static class Loader
{
    public static XmlDocument Load(Stream input)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(input, settings);
        var doc = new XmlDocument();
        doc.Load(reader);
        return doc;
    }
}
