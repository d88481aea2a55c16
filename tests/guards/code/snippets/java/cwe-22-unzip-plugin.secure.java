import java.io.*;
import java.util.zip.*;

public class PluginInstaller {
    public void install(InputStream upload, File pluginDir) throws IOException {
        byte[] buf = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(upload)) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                File dest = new File(pluginDir, entry.getName());
                if (!dest.getCanonicalPath().startsWith(pluginDir.getCanonicalPath() + File.separator)) {
                    throw new IOException("Entry outside of target: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    dest.mkdirs();
                    continue;
                }
                try (FileOutputStream out = new FileOutputStream(dest)) {
                    int n;
                    while ((n = zip.read(buf)) > 0) {
                        out.write(buf, 0, n);
                    }
                }
            }
        }
    }
}
