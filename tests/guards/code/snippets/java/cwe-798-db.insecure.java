import java.sql.*;

public class Db {
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://db/shop", "root", "Tr0ub4dor");
    }
}
