import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;

@Controller
public class SsoController {
    @GetMapping("/sso/callback")
    public String callback(@RequestParam String code, @RequestParam(required = false) String returnUrl) {
        login(code);
        if (returnUrl != null && returnUrl.startsWith("/") && !returnUrl.startsWith("//") && !returnUrl.contains("\\")) {
            return "redirect:" + returnUrl;
        }
        return "redirect:/home";
    }

    private void login(String code) {
    }
}
