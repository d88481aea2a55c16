import java.io.*;
import java.util.zip.*;

public class Names {
    public int count(File file) throws IOException {
        ZipFile zip = new ZipFile(file);
        return zip.size();
    }
}
