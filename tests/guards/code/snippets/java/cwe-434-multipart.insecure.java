import java.io.*;
import java.util.UUID;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

@RestController
public class Upload {
    @PostMapping("/upload")
    public String upload(@RequestParam MultipartFile file) throws IOException {
        File target = new File("/srv/uploads/" + file.getOriginalFilename());
        file.transferTo(target);
        return "ok";
    }
}
