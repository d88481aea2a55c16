import java.io.IOException;
import java.util.Map;
import org.springframework.web.bind.annotation.*;

@RestController
public class Report {
    private static final Map<String, String> TOOLS = Map.of("disk", "df -h", "mem", "free -m");

    @GetMapping("/report")
    public String run(@RequestParam String tool) throws IOException {
        String command = TOOLS.get(tool);
        if (command == null) return "unknown";
        String[] cmd = {"/bin/sh", "-c", command};
        Process p = Runtime.getRuntime().exec(cmd);
        return new String(p.getInputStream().readAllBytes());
    }
}
