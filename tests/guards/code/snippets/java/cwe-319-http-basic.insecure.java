import java.net.URI;
import java.net.http.*;
import java.util.Base64;

public class CrmClient {
    private final HttpClient http = HttpClient.newHttpClient();

    public String contacts(String user, String password) throws Exception {
        String auth = Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
        HttpRequest request = HttpRequest.newBuilder()
                .uri(URI.create("http://crm.example.com/api/contacts"))
                .header("Authorization", "Basic " + auth)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
