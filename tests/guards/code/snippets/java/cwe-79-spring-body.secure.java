import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;

@RestController
public class GreetController {
    @GetMapping(value = "/greet", produces = "text/html")
    @ResponseBody
    public String greet(@RequestParam("name") String name) {
        return "<h1>Hi " + HtmlUtils.htmlEscape(name) + "</h1>";
    }
}
