class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-fixed-temp-file
        File a = new File("/tmp/report.txt");
        // ruleid: java-fixed-temp-file
        FileWriter b = new FileWriter("/tmp/report.txt");
        // ruleid: java-fixed-temp-file
        File e = new File(System.getProperty("java.io.tmpdir"), "report.txt");
        // ok: java-fixed-temp-file
        Path c = Files.createTempFile("report", ".txt");
        // ok: java-fixed-temp-file
        File d = new File("/srv/app/report.txt");
        // ok: java-fixed-temp-file
        // File a = new File("/tmp/report.txt");
    }
}
