import java.io.*;
import java.nio.file.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

@RestController
public class UploadController {
    private static final Path FOLDER = Paths.get("/srv/uploads");

    @PostMapping("/upload")
    public String upload(@RequestParam("file") MultipartFile file) throws IOException {
        Path target = FOLDER.resolve(java.util.UUID.randomUUID() + ".bin");
        file.transferTo(target.toFile());
        return target.getFileName().toString();
    }
}
