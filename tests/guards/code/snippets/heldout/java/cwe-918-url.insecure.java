import java.io.*;
import java.net.*;
import java.util.Set;
import org.springframework.web.bind.annotation.*;

@RestController
public class PreviewController {
    private static final Set<String> HOSTS = Set.of("images.example.org", "cdn.example.org");

    @PostMapping("/preview")
    public int preview(@RequestBody String link) throws Exception {
        URL url = new URL(link);
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        return connection.getResponseCode();
    }
}
