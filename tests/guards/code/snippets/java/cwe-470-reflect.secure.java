import java.util.Map;
import javax.servlet.http.*;

public class Actions {
    private static final Map<String, Class<?>> ACTIONS = Map.of("list", ListAction.class);
    Object create(HttpServletRequest request) throws Exception {
        String name = request.getParameter("action");
        Class<?> c = ACTIONS.get(name);
        return c == null ? null : c.getDeclaredConstructor().newInstance();
    }
}
