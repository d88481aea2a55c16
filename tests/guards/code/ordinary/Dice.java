import java.util.*;

public class Dice {
    private final Random random = new Random();
    public int roll() { return random.nextInt(6) + 1; }
    public static void main(String[] args) {
        Dice d = new Dice();
        for (int i = 0; i < 5; i++) System.out.println("You rolled " + d.roll());
        List<String> names = new ArrayList<>(List.of("Ann", "Bob", "Cid"));
        Collections.shuffle(names, new Random());
        System.out.println(names.get(new Random().nextInt(names.size())));
        double chance = Math.random();
        System.out.println(chance > 0.5 ? "heads" : "tails");
    }
}
