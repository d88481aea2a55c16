import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
public class TicketService {
    private final ConcurrentHashMap<String, Integer> stock = new ConcurrentHashMap<>();

    public boolean reserve(String event) {
        boolean[] ok = {false};
        stock.computeIfPresent(event, (k, left) -> {
            if (left <= 0) {
                return left;
            }
            ok[0] = true;
            return left - 1;
        });
        return ok[0];
    }
}
