class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-yaml-load
        Object a = new Yaml().load(text);
        // ruleid: java-yaml-load
        Yaml b = new Yaml(new Constructor(options));
        // ok: java-yaml-load
        Yaml c = new Yaml(new SafeConstructor(new LoaderOptions()));
        // ok: java-yaml-load
        Object d = mapper.readValue(text, Settings.class);
        // ok: java-yaml-load
        // Object a = new Yaml().load(text);
    }
}
