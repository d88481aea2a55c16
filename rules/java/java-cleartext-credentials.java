class Crm {
    void load(String credentials) throws Exception {
        // ruleid: java-cleartext-credentials
        var one = HttpRequest.newBuilder(URI.create("http://crm.example.com/contacts")).header("Authorization", credentials).build();
        // ruleid: java-cleartext-credentials
        var two = new HttpPost("http://shop.example.com/api/login");
        // ok: java-cleartext-credentials
        var three = HttpRequest.newBuilder(URI.create("https://crm.example.com/contacts")).header("Authorization", credentials).build();
        // ok: java-cleartext-credentials
        var four = new HttpPost("http://localhost:8080/api/login");
        // ok: java-cleartext-credentials
        var five = URI.create("http://example.com/weather/today");
        // new HttpPost("http://shop.example.com/api/login")
    }
}
