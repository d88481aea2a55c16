import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.view.RedirectView;
import java.util.Map;

@Controller
public class LinkController {
    private static final Map<String, String> LINKS = Map.of("docs", "https://docs.example.org", "shop", "https://shop.example.org");

    @GetMapping("/out")
    public RedirectView out(@RequestParam String target) {
        return new RedirectView(target);
    }
}
