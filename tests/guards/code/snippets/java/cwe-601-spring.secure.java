import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;

@Controller
public class LoginController {
    @PostMapping("/login")
    public String login(@RequestParam String next) {
        if (!next.startsWith("/") || next.startsWith("//")) next = "/";
        return "redirect:" + next;
    }
}
