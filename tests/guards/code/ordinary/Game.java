import java.util.*;

public class Game {
    private int[] board = new int[9];
    private Random rand = new Random();
    private String playerName;
    private String password;

    public void setPassword(String password) { this.password = password; }
    public String getPassword() { return password; }

    int computerMove() {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < board.length; i++) if (board[i] == 0) free.add(i);
        return free.get(rand.nextInt(free.size()));
    }

    static int[] randomArray(int n) {
        Random r = new Random(42);
        int[] a = new int[n];
        for (int i = 0; i < n; i++) a[i] = r.nextInt(100);
        return a;
    }

    static String colour() {
        String[] colours = {"red", "green", "blue"};
        return colours[(int) (Math.random() * colours.length)];
    }

    String id() { return UUID.randomUUID().toString(); }
}
