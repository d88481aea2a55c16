import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import java.util.List;

@Repository
public class CustomerRepository {
    private final JdbcTemplate jdbc;
    public CustomerRepository(JdbcTemplate jdbc) { this.jdbc = jdbc; }

    public List<String> names(String city) {
        String sql = String.format("SELECT name FROM customers WHERE city = '%s'", city);
        return jdbc.queryForList(sql, String.class);
    }
}
