class Crm {
    async Task Load(HttpContent content) {
        // ruleid: csharp-cleartext-credentials
        await http.PostAsync("http://crm.example.com/api/login", content);
        // ruleid: csharp-cleartext-credentials
        var request = new HttpRequestMessage(HttpMethod.Post, "http://crm.example.com/oauth/token");
        // ok: csharp-cleartext-credentials
        await http.PostAsync("https://crm.example.com/api/login", content);
        // ok: csharp-cleartext-credentials
        await http.PostAsync("http://localhost:5000/api/login", content);
        // ok: csharp-cleartext-credentials
        await http.GetStringAsync("http://example.com/weather/today");
        // http.PostAsync("http://crm.example.com/api/login", content)
    }
}
