import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/invoices")
public class InvoiceController {

    private final Path invoiceDir = Paths.get("/var/app/invoices");

    @GetMapping("/{name}")
    public ResponseEntity<ByteArrayResource> download(@PathVariable String name) throws IOException {
        Path file = locate(name);
        if (!Files.exists(file)) {
            return ResponseEntity.notFound().build();
        }
        byte[] data = Files.readAllBytes(file);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/pdf")
                .body(new ByteArrayResource(data));
    }

    private Path locate(String name) throws IOException {
        Path candidate = invoiceDir.resolve(name).normalize();
        if (!candidate.startsWith(invoiceDir)) {
            throw new IOException("Invalid invoice name");
        }
        return candidate;
    }
}
