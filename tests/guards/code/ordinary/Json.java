import com.fasterxml.jackson.databind.*;
import java.net.URI;
import java.net.http.*;
import java.util.*;

public class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    public static void main(String[] args) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://api.example.com/users/1")).GET().build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            System.err.println("HTTP " + response.statusCode());
            return;
        }
        JsonNode node = MAPPER.readTree(response.body());
        System.out.println(node.path("name").asText());
        Map<String, Object> map = new HashMap<>();
        map.put("id", 1);
        System.out.println(MAPPER.writeValueAsString(map));
    }
}
