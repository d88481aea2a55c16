import javax.net.ssl.*;
import java.net.URL;

public class StatusProbe {
    public int probe(String host) throws Exception {
        HttpsURLConnection con = (HttpsURLConnection) new URL("https://" + "status.example.com" + "/health").openConnection();
        con.setHostnameVerifier(new HostnameVerifier() {
            @Override
            public boolean verify(String hostname, SSLSession session) {
                return true;
            }
        });
        return con.getResponseCode();
    }
}
