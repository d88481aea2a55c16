import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;

public class KeyExporter {
    public File export(String pem, File dir) throws IOException {
        File out = new File(dir, "server.key");
        try (FileWriter w = new FileWriter(out)) {
            w.write(pem);
        }
        out.setReadable(true, false);
        out.setWritable(true, false);
        return out;
    }
}
