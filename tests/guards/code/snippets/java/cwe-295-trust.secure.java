import java.security.cert.X509Certificate;
import javax.net.ssl.*;

public class Client {
    public static SSLSocketFactory factory() throws Exception {
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, null, new java.security.SecureRandom());
        return context.getSocketFactory();
    }
}
