using System.IO;
using System.Xml;

public class FeedReader
{
    public string Title(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        reader.ReadToFollowing("title");
        return reader.ReadElementContentAsString();
    }
}
