import java.io.*;
import java.util.zip.*;

public class Names {
    public int count(File file) throws IOException {
        try (ZipFile zip = new ZipFile(file)) {
            return zip.size();
        }
    }
}
