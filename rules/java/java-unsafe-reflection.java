class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-unsafe-reflection
        Class<?> c = Class.forName(q);
        // ruleid: java-unsafe-reflection
        loader.loadClass("com.example." + q);
        // ok: java-unsafe-reflection
        Class<?> d = Class.forName("com.example.Report");
        // ok: java-unsafe-reflection
        Class<?> e = Class.forName(ALLOWED.get(q));
        // ok: java-unsafe-reflection
        // Class<?> c = Class.forName(q);
    }
}
