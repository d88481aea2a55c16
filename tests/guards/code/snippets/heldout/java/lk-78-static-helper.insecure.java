import java.io.IOException;
import javax.servlet.http.*;

public class TraceServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String host = Params.text(request, "host");
        String target = Params.orElse(host, "localhost");
        Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", "traceroute " + target});
    }

    static final class Params {
        static String text(HttpServletRequest request, String name) {
            String[] values = request.getParameterValues(name);
            return values == null || values.length == 0 ? "" : values[0];
        }

        static String orElse(String value, String other) {
            return value.isEmpty() ? other : value;
        }

        static String known(String value) {
            switch (value) {
                case "a":
                    return "a.example.org";
                case "b":
                    return "b.example.org";
                default:
                    return "localhost";
            }
        }
    }
}
