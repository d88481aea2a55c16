import java.io.*;
import java.nio.file.*;
import java.util.List;

public class BackupWriter {
    public void write(List<String> lines, String tenant) throws IOException {
        if (!tenant.matches("[a-z0-9]{1,32}")) {
            throw new IllegalArgumentException("tenant");
        }
        Path file = Paths.get("/var/backups").resolve(tenant + ".csv");
        Files.write(file, lines);
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }
}
