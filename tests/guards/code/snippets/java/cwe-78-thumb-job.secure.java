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
        List<String> command = new ArrayList<>();
        command.add("convert");
        command.add(new File(outDir, "upload.png").getPath());
        command.add("-resize");
        command.add(Integer.parseInt(request.getSize()) + "x");
        command.add(outDir + "/thumb.png");
        Process process = new ProcessBuilder(command).start();
        return process.waitFor();
    }
}
