import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
public class TicketService {
    private final ConcurrentHashMap<String, Integer> stock = new ConcurrentHashMap<>();

    public boolean reserve(String event) {
        Integer left = stock.get(event);
        if (left == null || left <= 0) {
            return false;
        }
        stock.put(event, left - 1);
        return true;
    }
}
