import java.nio.file.*;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/notes")
public class NoteController {
    private final Path root = Paths.get("/var/notes");

    @GetMapping("/{id}")
    public String read(@PathVariable("id") String id) throws Exception {
        Path file = root.resolve(id + ".txt").normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("bad id");
        }
        return new String(Files.readAllBytes(file));
    }
}
