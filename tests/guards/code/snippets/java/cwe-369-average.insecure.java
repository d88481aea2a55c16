import java.util.*;

public class Average {
    public static void main(String[] args) {
        int groups = Integer.parseInt(args[0]);
        int people = 120;
        System.out.println(people / groups);
    }
}
