import java.io.IOException;

public class Pinger {
    private String host;

    private void readHost() {
        host = System.getenv("PING_HOST");
    }

    public int run() throws IOException, InterruptedException {
        readHost();
        Process process = Runtime.getRuntime().exec("/bin/sh -c \"ping -c 1 " + host + "\"");
        return process.waitFor();
    }
}
