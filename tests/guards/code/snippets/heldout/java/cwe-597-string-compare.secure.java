import java.io.*;

public class Door {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        String answer = in.readLine();
        String expected = "yes";
        if (expected.equals(answer)) {
            System.out.println("open");
        } else {
            System.out.println("closed");
        }
    }
}
