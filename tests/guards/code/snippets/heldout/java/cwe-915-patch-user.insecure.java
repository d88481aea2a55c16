import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api/me")
public class ProfileApi {
    private final UserRepository users;
    private final CurrentUser current;

    public ProfileApi(UserRepository users, CurrentUser current) {
        this.users = users;
        this.current = current;
    }

    @PutMapping
    public ResponseEntity<User> update(@RequestBody User user) {
        return ResponseEntity.ok(users.save(user));
    }
}
