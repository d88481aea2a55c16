using System.IO;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;

public static class StateStore
{
    public static State Load(Stream stream)
    {
        return JsonSerializer.Deserialize<State>(stream);
    }
}
