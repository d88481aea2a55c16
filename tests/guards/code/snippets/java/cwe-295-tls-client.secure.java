import java.io.InputStream;
import java.net.URL;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.*;

public class PartnerClient {
    public InputStream fetch(String path) throws Exception {
        URL url = new URL("https://partner.example.com/api/" + path);
        HttpsURLConnection con = (HttpsURLConnection) url.openConnection();
        SSLContext ctx = SSLContext.getInstance("TLS");
        ctx.init(null, null, new SecureRandom());
        con.setSSLSocketFactory(ctx.getSocketFactory());
        con.setConnectTimeout(5000);
        con.setReadTimeout(5000);
        return con.getInputStream();
    }
}
