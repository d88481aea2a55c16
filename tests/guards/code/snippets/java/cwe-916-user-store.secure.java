import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.*;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

public class UserStore {
    private final Connection db;

    public UserStore(Connection db) {
        this.db = db;
    }

    public void register(String name, String password) throws Exception {
        String hash = new BCryptPasswordEncoder(12).encode(password);
        try (PreparedStatement ps = db.prepareStatement("INSERT INTO users(name, hash) VALUES (?, ?)")) {
            ps.setString(1, name);
            ps.setString(2, hash);
            ps.executeUpdate();
        }
    }
}
