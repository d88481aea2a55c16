import java.util.Properties;
import javax.mail.*;

public class Mailer {
    public Session session() {
        Properties props = new Properties();
        props.put("mail.smtp.host", "smtp.example.com");
        props.put("mail.smtp.auth", "true");
        return Session.getInstance(props, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("robot", "rob0t-pass");
            }
        });
    }
}
