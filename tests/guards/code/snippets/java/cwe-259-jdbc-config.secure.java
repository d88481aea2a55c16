import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class DatabaseConfig {

    @Bean
    public DataSource dataSource() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://db.internal:5432/shop");
        config.setUsername("shop_app");
        config.setPassword(System.getenv("SHOP_DB_PASSWORD"));
        config.setMaximumPoolSize(20);
        return new HikariDataSource(config);
    }
}
