import java.io.*;
import java.util.Base64;
import javax.servlet.http.*;

public class Cart {
    Object load(HttpServletRequest request) throws IOException, ClassNotFoundException {
        byte[] raw = Base64.getDecoder().decode(request.getParameter("cart"));
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(raw));
        return in.readObject();
    }
}
