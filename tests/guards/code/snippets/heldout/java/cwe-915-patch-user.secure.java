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
    public ResponseEntity<Void> update(@RequestBody ProfileForm form) {
        User user = users.findById(current.id()).orElseThrow();
        user.setDisplayName(form.displayName());
        users.save(user);
        return ResponseEntity.noContent().build();
    }
}
