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
        List<Object> args = new ArrayList<>();
        if (filter.getCustomer() != null) {
            sql.append(" AND customer = ?");
            args.add(filter.getCustomer());
        }
        if (filter.getStatus() != null) {
            sql.append(" AND status = ?");
            args.add(filter.getStatus());
        }
        List<Order> result = new ArrayList<>();
        try (Connection con = dataSource.getConnection();
             PreparedStatement st = con.prepareStatement(sql.toString())) {
            for (int i = 0; i < args.size(); i++) {
                st.setObject(i + 1, args.get(i));
            }
            try (ResultSet rs = st.executeQuery()) {
                while (rs.next()) {
                    result.add(new Order(rs.getLong(1), rs.getString(2), rs.getBigDecimal(3)));
                }
            }
        }
        return result;
    }
}
