using System.IO;
using System.Net.Sockets;

public class FrameReader
{
    private const int MaxFrame = 1 << 20;

    public byte[] Read(NetworkStream stream)
    {
        using var reader = new BinaryReader(stream);
        int length = reader.ReadInt32();
        if (length < 0 || length > MaxFrame)
        {
            throw new InvalidDataException("frame too large");
        }
        var buffer = new byte[length];
        reader.Read(buffer, 0, length);
        return buffer;
    }
}
