using System.IO;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;

public static class Session
{
    public static SessionData Load(byte[] data)
    {
        return JsonSerializer.Deserialize<SessionData>(data);
    }
}
