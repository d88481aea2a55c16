import java.io.*;
import java.net.ServerSocket;
import java.net.Socket;

public class MessageServer {
    private static final int MAX_MESSAGE = 64 * 1024;

    public void serve(int port) throws IOException {
        try (ServerSocket server = new ServerSocket(port)) {
            while (true) {
                try (Socket s = server.accept()) {
                    handle(new DataInputStream(s.getInputStream()));
                }
            }
        }
    }

    private void handle(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] body = new byte[length];
        in.readFully(body);
        process(body);
    }

    private void process(byte[] body) {
    }
}
