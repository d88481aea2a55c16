import java.util.Map;

public class Directory {
    private final Map<String, String> mails;

    public Directory(Map<String, String> mails) {
        this.mails = mails;
    }

    public String domainOf(String user) {
        String mail = mails.get(user);
        if (mail != null && mail.length() > 3) {
            return mail.substring(mail.indexOf('@') + 1);
        }
        return "";
    }
}
