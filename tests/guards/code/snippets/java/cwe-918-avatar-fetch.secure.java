import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URL;
import javax.servlet.http.HttpServletRequest;

public class AvatarFetcher {
    public byte[] fetch(HttpServletRequest request) throws Exception {
        URL url = new URL(request.getParameter("avatarUrl"));
        if (!"https".equals(url.getProtocol()) || !"gravatar.com".equals(url.getHost())) {
            throw new IllegalArgumentException("unsupported avatar host");
        }
        HttpURLConnection con = (HttpURLConnection) url.openConnection();
        con.setConnectTimeout(3000);
        con.setInstanceFollowRedirects(false);
        try (InputStream in = con.getInputStream()) {
            return in.readNBytes(1_000_000);
        }
    }
}
