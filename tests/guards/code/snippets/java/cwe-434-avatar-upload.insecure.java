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
        String name = file.getOriginalFilename();
        Path target = UPLOADS.resolve(name);
        file.transferTo(target);
        return "/avatars/" + name;
    }
}
