import java.io.*;
import java.net.*;
import javax.net.ssl.SSLSocketFactory;

public class MailLogin {
    public boolean login(String user, char[] password) throws IOException {
        try (Socket socket = SSLSocketFactory.getDefault().createSocket("mail.example.org", 995);
             PrintWriter out = new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), "US-ASCII"), true);
             BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), "US-ASCII"))) {
            out.println("USER " + user);
            in.readLine();
            out.println("PASS " + new String(password));
            String line = in.readLine();
            return line != null && line.startsWith("+OK");
        }
    }
}
