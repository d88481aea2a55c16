import java.io.*;
import java.net.*;
import org.springframework.web.bind.annotation.*;

@RestController
public class Preview {
    @GetMapping("/preview")
    public String preview(@RequestParam String url) throws IOException {
        HttpURLConnection c = (HttpURLConnection) new URL(url).openConnection();
        try (InputStream in = c.getInputStream()) {
            return new String(in.readNBytes(10000));
        }
    }
}
