import java.io.*;
import java.nio.file.*;
import org.springframework.core.io.*;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
public class Avatar {
    private final Path root = Paths.get("/srv/avatars").toAbsolutePath().normalize();

    @GetMapping("/avatar")
    public ResponseEntity<Resource> get(@RequestParam("file") String file) throws IOException {
        Path target = root.resolve(file).normalize();
        if (!target.startsWith(root)) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok(new UrlResource(target.toUri()));
    }
}
