import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import java.io.*;
import java.util.Map;

@RestControllerAdvice
public class ApiErrors {
    @ExceptionHandler(Exception.class)
    public ResponseEntity<Map<String, String>> handle(Exception ex) {
        return ResponseEntity.status(500).body(Map.of("error", "internal error"));
    }
}
