import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

public class ThumbnailJob {
    private final File outDir;

    public ThumbnailJob(File outDir) {
        this.outDir = outDir;
    }

    public int run(ResizeRequest request) throws IOException, InterruptedException {
        String command = "convert " + request.getSource() + " -resize " + request.getSize() + " " + outDir + "/thumb.png";
        Process process = Runtime.getRuntime().exec(new String[]{"bash", "-c", command});
        return process.waitFor();
    }
}
