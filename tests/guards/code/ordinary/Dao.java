import java.sql.*;
import java.util.*;
import javax.sql.DataSource;

public class Dao {
    private final DataSource source;
    public Dao(DataSource source) { this.source = source; }

    public Optional<String> nameOf(long id) throws SQLException {
        try (Connection c = source.getConnection();
             PreparedStatement s = c.prepareStatement("SELECT name FROM users WHERE id = ?")) {
            s.setLong(1, id);
            try (ResultSet r = s.executeQuery()) {
                return r.next() ? Optional.of(r.getString("name")) : Optional.empty();
            }
        }
    }

    public List<String> all() {
        List<String> names = new ArrayList<>();
        String sql = "SELECT name FROM users ORDER BY name";
        try (Connection c = source.getConnection(); Statement s = c.createStatement(); ResultSet r = s.executeQuery(sql)) {
            while (r.next()) names.add(r.getString(1));
        } catch (SQLException e) {
            System.err.println("Query failed: " + e.getMessage());
        }
        return names;
    }
}
