import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;

@RestController
public class WeatherController {
    private final RestTemplate rest = new RestTemplate();

    @GetMapping("/weather")
    public String weather(@RequestParam String server) {
        return rest.getForObject("http://" + server + "/now", String.class);
    }
}
