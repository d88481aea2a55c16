import java.util.regex.Pattern;

public class EmailValidator {
    private static final Pattern EMAIL =
            Pattern.compile("^[a-zA-Z0-9._-]{1,64}@[a-zA-Z0-9-]{1,63}\\.[a-z]{2,6}$");

    public boolean isValid(String input) {
        return input != null && EMAIL.matcher(input).matches();
    }
}
