import java.io.*;
import java.net.Socket;
import java.nio.file.*;

public class FileSender {
    private static final Path ROOT = Paths.get("/srv/public");

    public void serve(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), "UTF-8"));
        String name = in.readLine();
        if (name == null) return;
        File file = new File("/srv/public/" + name);
        try (BufferedReader reader = new BufferedReader(new FileReader(file))) {
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
            out.println(reader.readLine());
        }
    }
}
