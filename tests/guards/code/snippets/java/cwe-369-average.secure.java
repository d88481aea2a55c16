import java.util.*;

public class Average {
    public static void main(String[] args) {
        int groups = Integer.parseInt(args[0]);
        int people = 120;
        if (groups == 0) {
            System.out.println("no groups");
            return;
        }
        System.out.println(people / groups);
    }
}
