class Frames {
    byte[] Read(BinaryReader reader) {
        int length = reader.ReadInt32();
        // ruleid: csharp-number-as-size
        var buffer = new byte[length];
        return buffer;
    }

    List<string> Rows(string text) {
        // ruleid: csharp-number-as-size
        return new List<string>(int.Parse(text));
    }

    byte[] Bounded(BinaryReader reader) {
        int length = reader.ReadInt32();
        if (length < 0 || length > MaxLength) {
            throw new InvalidDataException();
        }
        // ok: csharp-number-as-size
        return new byte[length];
    }

    byte[] Fixed() {
        // ok: csharp-number-as-size
        return new byte[16];
        // new byte[int.Parse(text)]
    }
}
