import java.security.cert.X509Certificate;
import javax.net.ssl.*;

public class Client {
    public static SSLSocketFactory factory() throws Exception {
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        TrustManager[] all = {new X509TrustManager() {
            public void checkClientTrusted(X509Certificate[] chain, String type) {}
            public void checkServerTrusted(X509Certificate[] chain, String type) {}
            public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
        }};
        context.init(null, all, new java.security.SecureRandom());
        return context.getSocketFactory();
    }
}
