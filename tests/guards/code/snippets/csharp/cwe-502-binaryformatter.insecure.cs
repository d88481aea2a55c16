using System.IO;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;

public static class Session
{
    public static object Load(byte[] data)
    {
        var formatter = new BinaryFormatter();
        using var ms = new MemoryStream(data);
        return formatter.Deserialize(ms);
    }
}
