import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;

@RestController
public class EchoController {
    @RequestMapping(value = "/echo", produces = MediaType.TEXT_HTML_VALUE)
    public ResponseEntity<String> echo(@RequestParam(defaultValue = "") String text) {
        String body = "<div>" + HtmlUtils.htmlEscape(text) + "</div>";
        return ResponseEntity.ok().body(body);
    }
}
