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
        MessageDigest md = MessageDigest.getInstance("SHA-256");
        byte[] digest = md.digest(password.getBytes(StandardCharsets.UTF_8));
        StringBuilder hex = new StringBuilder();
        for (byte b : digest) {
            hex.append(String.format("%02x", b));
        }
        String hash = hex.toString();
        try (PreparedStatement ps = db.prepareStatement("INSERT INTO users(name, hash) VALUES (?, ?)")) {
            ps.setString(1, name);
            ps.setString(2, hash);
            ps.executeUpdate();
        }
    }
}
