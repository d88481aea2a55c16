using System.IO;
using System.Text.Json;
using System.Runtime.Serialization.Formatters.Binary;
using Newtonsoft.Json;

public class MessageCodec
{
    public Message Decode(string json)
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto };
        return JsonConvert.DeserializeObject<Message>(json, settings);
    }
}
