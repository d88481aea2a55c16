import java.io.*;
import java.nio.file.*;
import java.util.List;

public class BackupWriter {
    public void write(List<String> lines, String tenant) throws IOException {
        File file = new File("/var/backups/" + tenant + ".csv");
        file.getParentFile().mkdirs();
        try (PrintWriter w = new PrintWriter(new FileWriter(file))) {
            lines.forEach(w::println);
        }
        Runtime.getRuntime().exec("chmod 777 " + file.getAbsolutePath());
    }
}
