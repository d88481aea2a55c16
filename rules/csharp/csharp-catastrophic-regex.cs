class Check {
    bool Email(string value) {
        // ruleid: csharp-catastrophic-regex
        var one = Regex.IsMatch(value, "^([a-zA-Z0-9]+)+@example.com$");
        // ruleid: csharp-catastrophic-regex
        var two = new Regex("^(a+)*$");
        // ok: csharp-catastrophic-regex
        var three = Regex.IsMatch(value, "^[a-zA-Z0-9]+@example.com$");
        // ok: csharp-catastrophic-regex
        var four = new Regex("^(ab)+$");
        // new Regex("^(a+)*$")
        return one;
    }
}
