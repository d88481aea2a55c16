class Example
{
    object Read(Stream s)
    {
        // ruleid: csharp-unsafe-deserialization
        var a = new BinaryFormatter();
        // ruleid: csharp-unsafe-deserialization
        var b = new LosFormatter();
        // ruleid: csharp-unsafe-deserialization
        var e = new XmlSerializer(Type.GetType(name)!);
        // ok: csharp-unsafe-deserialization
        var f = new XmlSerializer(typeof(Item));
        // ok: csharp-unsafe-deserialization
        var c = JsonSerializer.Deserialize<Item>(s);
        // ok: csharp-unsafe-deserialization
        var d = new DataContractSerializer(typeof(Item));
        // new BinaryFormatter()
        return c;
    }
}
