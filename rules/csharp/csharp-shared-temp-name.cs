class Export {
    void Write(string csv) {
        // ruleid: csharp-shared-temp-name
        var path = Path.GetTempPath() + "export.csv";
        // ruleid: csharp-shared-temp-name
        File.WriteAllText(Path.Combine(Path.GetTempPath(), "export.csv"), csv);
        // ok: csharp-shared-temp-name
        var fresh = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        // ok: csharp-shared-temp-name
        var other = Path.GetTempFileName();
        // Path.GetTempPath() + "export.csv"
    }
}
