import java.io.*;
import java.nio.file.*;

public class ReportSpool {
    public File spool(byte[] pdf, String user) throws IOException {
        Path f = Files.createTempFile("report", ".pdf");
        Files.write(f, pdf);
        return f.toFile();
    }
}
