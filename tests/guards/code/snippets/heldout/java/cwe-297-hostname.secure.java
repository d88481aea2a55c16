import javax.net.ssl.*;
import java.net.URL;

public class StatusProbe {
    public int probe(String host) throws Exception {
        HttpsURLConnection con = (HttpsURLConnection) new URL("https://" + "status.example.com" + "/health").openConnection();
        con.setHostnameVerifier(HttpsURLConnection.getDefaultHostnameVerifier());
        return con.getResponseCode();
    }
}
