import org.springframework.http.*;
import org.springframework.web.bind.annotation.*;
import org.slf4j.*;
import java.util.*;

@RestController
@RequestMapping("/api/users")
public class UserController {
    private static final Logger log = LoggerFactory.getLogger(UserController.class);
    private final UserService users;

    public UserController(UserService users) { this.users = users; }

    @GetMapping("/{id}")
    public ResponseEntity<User> get(@PathVariable Long id) {
        return users.find(id).map(ResponseEntity::ok).orElse(ResponseEntity.notFound().build());
    }

    @PostMapping
    public ResponseEntity<User> create(@RequestBody CreateUser request) {
        User saved = users.create(request.name(), request.email());
        return ResponseEntity.status(HttpStatus.CREATED).body(saved);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    public ResponseEntity<Map<String, String>> bad(IllegalArgumentException e) {
        log.warn("bad request", e);
        return ResponseEntity.badRequest().body(Map.of("error", "invalid request"));
    }

    @DeleteMapping("/{id}")
    public ResponseEntity<Void> delete(@PathVariable Long id) {
        try {
            users.delete(id);
            return ResponseEntity.noContent().build();
        } catch (RuntimeException e) {
            log.error("could not delete user {}", id, e);
            return ResponseEntity.internalServerError().build();
        }
    }
}
