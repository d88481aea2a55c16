import java.io.*;
import java.util.*;

public class Reader {
    public List<String> read(File file) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader in = new BufferedReader(new FileReader(file));
        String line;
        while ((line = in.readLine()) != null) {
            lines.add(line);
        }
        return lines;
    }
}
