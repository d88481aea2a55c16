import java.security.SecureRandom;
import java.util.*;
import javax.servlet.http.*;

class Accounts {
    String resetToken() {
        // ruleid: java-weak-random
        Random random = new java.util.Random();
        return Long.toHexString(random.nextLong());
    }

    String code() {
        // ruleid: java-weak-random
        int code = (int) (Math.random() * 1000000);
        // ok: java-weak-random
        int safe = new SecureRandom().nextInt(1000000);
        return code + "-" + safe;
        // Math.random()
    }
}

class PasswordMaker {
    // ruleid: java-weak-random
    private final Random random = new Random();

    char next(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}

class Remember extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: java-weak-random
        double value = Math.random();
        response.addCookie(new Cookie("staySignedIn", Double.toString(value)));
    }
}

class Dice {
    // ok: java-weak-random
    private final Random random = new Random();

    int roll() {
        return random.nextInt(6) + 1;
    }

    boolean heads() {
        // ok: java-weak-random
        return Math.random() > 0.5;
    }

    void shuffle(List<String> names) {
        // ok: java-weak-random
        Collections.shuffle(names, new Random());
    }
}
