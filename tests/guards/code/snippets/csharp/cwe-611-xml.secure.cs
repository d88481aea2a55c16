using System.IO;
using System.Xml;

public class FeedReader
{
    public string Title(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        reader.ReadToFollowing("title");
        return reader.ReadElementContentAsString();
    }
}
