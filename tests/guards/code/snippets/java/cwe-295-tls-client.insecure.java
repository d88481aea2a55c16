import java.io.InputStream;
import java.net.URL;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.*;

public class PartnerClient {
    public InputStream fetch(String path) throws Exception {
        URL url = new URL("https://partner.example.com/api/" + path);
        HttpsURLConnection con = (HttpsURLConnection) url.openConnection();
        TrustManager[] tms = new TrustManager[]{new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String authType) {
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String authType) {
                System.out.println("server cert: " + chain[0].getSubjectDN());
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        }};
        SSLContext ctx = SSLContext.getInstance("TLS");
        ctx.init(null, tms, new SecureRandom());
        con.setSSLSocketFactory(ctx.getSocketFactory());
        con.setConnectTimeout(5000);
        con.setReadTimeout(5000);
        return con.getInputStream();
    }
}
