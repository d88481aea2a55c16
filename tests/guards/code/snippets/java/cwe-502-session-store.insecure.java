import java.io.*;
import java.util.Base64;
import java.util.Map;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

public class CartCookie {
    private final ObjectMapper mapper = new ObjectMapper();

    public Map<String, Integer> read(HttpServletRequest request) throws Exception {
        for (Cookie c : request.getCookies()) {
            if ("cart".equals(c.getName())) {
                return decode(c.getValue());
            }
        }
        return Map.of();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Integer> decode(String value) throws Exception {
        byte[] raw = Base64.getDecoder().decode(value);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(raw))) {
            return (Map<String, Integer>) in.readObject();
        }
    }
}
