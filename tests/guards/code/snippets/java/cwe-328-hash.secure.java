import java.io.*;
import java.security.*;
import javax.servlet.http.*;

public class HashServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String value = request.getParameter("value");
        try {
            MessageDigest md = MessageDigest.getInstance("SHA-512", "SUN");
            md.update(value.getBytes());
            try (FileWriter out = new FileWriter("/srv/hashes.txt", true)) {
                out.write(java.util.Base64.getEncoder().encodeToString(md.digest()));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
