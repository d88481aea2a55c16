import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;

@RestController
public class Fetch {
    private final RestTemplate rest = new RestTemplate();

    @PostMapping("/fetch")
    public String fetch(@RequestBody FetchRequest body) {
        return rest.getForObject(body.getUrl(), String.class);
    }
}
