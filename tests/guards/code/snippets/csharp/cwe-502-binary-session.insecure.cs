using System.IO;
using System.Runtime.Serialization;
using System.Text.Json;
using System.Xml.Serialization;

public class JobQueue
{
    public object Read(string typeName, Stream body)
    {
        var serializer = new XmlSerializer(System.Type.GetType(typeName)!);
        return serializer.Deserialize(body)!;
    }
}
