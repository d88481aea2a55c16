import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import java.io.*;
import java.util.Map;

@RestControllerAdvice
public class ApiErrors {
    @ExceptionHandler(Exception.class)
    public ResponseEntity<Map<String, String>> handle(Exception ex) {
        StringWriter sw = new StringWriter();
        ex.printStackTrace(new PrintWriter(sw));
        return ResponseEntity.status(500).body(Map.of("error", ex.getMessage(), "trace", sw.toString()));
    }
}
