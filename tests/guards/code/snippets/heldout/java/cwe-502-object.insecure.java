import java.io.*;
import java.util.Base64;
import javax.servlet.http.*;

public class StateServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] raw = Base64.getDecoder().decode(request.getParameter("state"));
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(raw))) {
            Object state = in.readObject();
            request.getSession().setAttribute("state", state.getClass().getName());
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }
}
