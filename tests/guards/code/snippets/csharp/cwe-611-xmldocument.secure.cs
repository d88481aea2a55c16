using System.IO;
using System.Xml;

public static class Loader
{
    public static XmlDocument Load(Stream input)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(input, settings);
        var doc = new XmlDocument();
        doc.Load(reader);
        return doc;
    }
}
