import java.io.*;
import java.nio.file.*;
import java.util.*;

public class ReadFile {
    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("usage: ReadFile FILE");
            return;
        }
        try (BufferedReader reader = new BufferedReader(new FileReader(args[0]))) {
            String line;
            int number = 0;
            while ((line = reader.readLine()) != null) {
                System.out.printf("%d: %s%n", ++number, line);
            }
        } catch (FileNotFoundException e) {
            System.err.println("File not found: " + args[0]);
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    static void copy(String from, String to) throws IOException {
        Files.copy(Paths.get(from), Paths.get(to), StandardCopyOption.REPLACE_EXISTING);
    }
}
