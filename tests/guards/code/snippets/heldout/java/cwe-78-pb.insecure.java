import java.io.IOException;
import org.springframework.web.bind.annotation.*;

@RestController
public class Dig {
    @PostMapping("/dig")
    public int dig(@RequestBody String host) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", "dig " + host).start().waitFor();
    }
}
