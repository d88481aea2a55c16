import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;

@RestController
public class WeatherController {
    private final RestTemplate rest = new RestTemplate();

    @GetMapping("/weather")
    public String weather(@RequestParam int station) {
        return rest.getForObject("http://weather.example.org/" + station + "/now", String.class);
    }
}
