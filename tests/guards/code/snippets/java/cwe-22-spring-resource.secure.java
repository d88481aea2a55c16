import java.io.IOException;
import java.nio.file.*;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
public class FilesController {
    @GetMapping("/files/{name}")
    public ResponseEntity<byte[]> get(@PathVariable String name) throws IOException {
        if (name.contains("..") || name.contains("/")) {
            return ResponseEntity.badRequest().build();
        }
        byte[] data = Files.readAllBytes(Paths.get("/var/app/uploads/" + name));
        return ResponseEntity.ok(data);
    }
}
