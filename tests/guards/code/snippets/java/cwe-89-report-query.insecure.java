import java.sql.*;
import java.util.*;
import javax.sql.DataSource;

public class OrderReport {
    private final DataSource dataSource;

    public OrderReport(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public List<Order> find(OrderFilter filter) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT id, customer, total FROM orders WHERE 1=1");
        if (filter.getCustomer() != null) {
            sql.append(" AND customer = '").append(filter.getCustomer()).append("'");
        }
        if (filter.getStatus() != null) {
            sql.append(" AND status = '" + filter.getStatus() + "'");
        }
        List<Order> result = new ArrayList<>();
        try (Connection con = dataSource.getConnection();
             Statement st = con.createStatement();
             ResultSet rs = st.executeQuery(sql.toString())) {
            while (rs.next()) {
                result.add(new Order(rs.getLong(1), rs.getString(2), rs.getBigDecimal(3)));
            }
        }
        return result;
    }
}
