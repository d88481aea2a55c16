using System.IO;
using System.Runtime.Serialization;
using System.Text.Json;
using System.Xml.Serialization;

public class JobQueue
{
    public object Read(string typeName, Stream body)
    {
        var serializer = new XmlSerializer(typeof(JobRequest));
        return serializer.Deserialize(body)!;
    }
}
