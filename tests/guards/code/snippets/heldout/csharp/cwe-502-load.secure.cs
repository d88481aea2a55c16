using System.IO;
using System.Runtime.Serialization;
using System.Text.Json;

public static class Store
{
    public static object Load(Stream s)
    {
        return JsonSerializer.Deserialize<Settings>(s);
    }
}
