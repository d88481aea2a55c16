import java.sql.*;
import java.util.Properties;
import java.io.*;

public class Accounts {
    private Connection open() throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:mysql://db.example.org/shop", "shop", System.getenv("SHOP_DB_PASSWORD"));
    }

    public int count() throws SQLException, IOException {
        try (Connection c = open(); Statement s = c.createStatement(); ResultSet r = s.executeQuery("select count(*) from account")) {
            return r.next() ? r.getInt(1) : 0;
        }
    }
}
