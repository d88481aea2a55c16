import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;

@Controller
public class CommentController {
    private final List<String> comments = new java.util.concurrent.CopyOnWriteArrayList<>();

    @PostMapping("/comments")
    public String add(@RequestParam String text) {
        comments.add(text);
        return "redirect:/comments";
    }

    @GetMapping(value = "/comments", produces = "text/html")
    @ResponseBody
    public String list() {
        StringBuilder sb = new StringBuilder("<ul>");
        for (String c : comments) {
            sb.append("<li>").append(HtmlUtils.htmlEscape(c)).append("</li>");
        }
        return sb.append("</ul>").toString();
    }
}
