import java.io.*;

class Lines {
    int count(File file) throws IOException {
        // ruleid: java-never-closed
        BufferedReader in = new BufferedReader(new FileReader(file));
        int lines = 0;
        while (in.readLine() != null) lines++;
        return lines;
    }

    int first(String name) throws IOException {
        // ruleid: java-never-closed
        FileInputStream in = new FileInputStream(name);
        return in.read();
        // in.close();
    }

    int closed(File file) throws IOException {
        // ok: java-never-closed
        try (BufferedReader in = new BufferedReader(new FileReader(file))) {
            return in.read();
        }
    }

    int late(File file) throws IOException {
        // ok: java-never-closed
        FileReader in = new FileReader(file);
        try {
            return in.read();
        } finally {
            in.close();
        }
    }

    Reader opened(File file) throws IOException {
        // ok: java-never-closed
        FileReader in = new FileReader(file);
        return in;
    }

    String typed() throws IOException {
        // ok: java-never-closed
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        return in.readLine();
    }
}
