import java.io.*;
import org.springframework.core.io.*;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
public class FileController {
    private static final File BASE = new File("/srv/uploads");

    @GetMapping("/files")
    public ResponseEntity<Resource> get(@RequestParam String name) throws IOException {
        File target = new File(BASE, name);
        return ResponseEntity.ok(new FileSystemResource(target));
    }
}
