using Newtonsoft.Json;

public static class Messages
{
    public static Message Read(string json)
    {
        return JsonConvert.DeserializeObject<Message>(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None });
    }
}
