import java.io.*;
import java.nio.file.*;

public class ReportSpool {
    public File spool(byte[] pdf, String user) throws IOException {
        File f = new File(System.getProperty("java.io.tmpdir"), "report.pdf");
        try (FileOutputStream out = new FileOutputStream(f)) {
            out.write(pdf);
        }
        return f;
    }
}
