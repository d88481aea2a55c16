import java.io.IOException;
import java.nio.file.*;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

@RestController
public class AvatarController {
    private static final Path UPLOADS = Paths.get("/srv/www/avatars");
    private static final Set<String> TYPES = Set.of("png", "jpg", "gif");

    @PostMapping("/avatar")
    public String upload(@RequestParam("file") MultipartFile file) throws IOException {
        String original = file.getOriginalFilename();
        int dot = original == null ? -1 : original.lastIndexOf('.');
        String ext = dot < 0 ? "" : original.substring(dot + 1).toLowerCase();
        if (!TYPES.contains(ext)) {
            throw new IllegalArgumentException("unsupported type");
        }
        String name = UUID.randomUUID() + "." + ext;
        Files.copy(file.getInputStream(), UPLOADS.resolve(name));
        return "/avatars/" + name;
    }
}
