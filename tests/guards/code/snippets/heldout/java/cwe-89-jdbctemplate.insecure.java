import java.util.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;

@RestController
public class ItemController {
    private final JdbcTemplate jdbc;
    private static final Set<String> SORTABLE = Set.of("name", "price");

    public ItemController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/items")
    public List<Map<String, Object>> items(@RequestParam(defaultValue = "name") String sort) {
        String sql = String.format("SELECT id, name, price FROM items ORDER BY %s", sort);
        return jdbc.queryForList(sql);
    }
}
