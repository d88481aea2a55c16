import java.io.*;
import java.util.*;
import java.util.zip.GZIPInputStream;
import org.springframework.web.bind.annotation.*;

@RestController
public class BulkImport {
    private static final int MAX = 10_000;

    @PostMapping("/import")
    public int load(InputStream body) throws IOException {
        List<String> rows = new ArrayList<>();
        try (BufferedReader r = new BufferedReader(new InputStreamReader(new GZIPInputStream(body)))) {
            String line;
            while ((line = r.readLine()) != null) {
                if (rows.size() >= MAX) {
                    throw new IOException("too many rows");
                }
                rows.add(line);
            }
        }
        return rows.size();
    }
}
