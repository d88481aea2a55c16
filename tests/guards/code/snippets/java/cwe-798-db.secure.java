import java.sql.*;

public class Db {
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://db/shop", System.getenv("DB_USER"), System.getenv("DB_PASS"));
    }
}
