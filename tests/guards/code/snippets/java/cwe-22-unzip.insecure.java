import java.io.*;
import java.nio.file.*;
import java.util.zip.*;

public class Unzip {
    public static void extract(InputStream in, File dest) throws IOException {
        ZipInputStream zis = new ZipInputStream(in);
        ZipEntry entry;
        while ((entry = zis.getNextEntry()) != null) {
            File out = new File(dest, entry.getName());
            if (entry.isDirectory()) { out.mkdirs(); continue; }
            try (FileOutputStream fos = new FileOutputStream(out)) {
                zis.transferTo(fos);
            }
        }
    }
}
