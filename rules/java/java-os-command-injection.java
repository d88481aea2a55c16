class Example {
    void ping(String host) throws Exception {
        // ruleid: java-os-command-injection
        Runtime.getRuntime().exec("ping -c 1 " + host);
    }
    void list(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        String[] args = {"sh", "-c", "ls " + name};
        // ruleid: java-os-command-injection
        new ProcessBuilder(args).start();
        // ok: java-os-command-injection
        new ProcessBuilder("uptime").start();
        // ok: java-os-command-injection
        Runtime.getRuntime().exec("uptime");
        // Runtime.getRuntime().exec(name)
    }
}
