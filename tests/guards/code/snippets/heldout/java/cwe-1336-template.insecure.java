import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.springframework.web.bind.annotation.*;

@RestController
public class MailPreview {
    private final Configuration cfg = new Configuration(Configuration.VERSION_2_3_31);

    @PostMapping("/mail/preview")
    public String preview(@RequestParam String body, @RequestParam String name) throws Exception {
        Template t = new Template("preview", new StringReader("Hello ${name}, " + body), cfg);
        StringWriter out = new StringWriter();
        t.process(Map.of("name", name), out);
        return out.toString();
    }
}
