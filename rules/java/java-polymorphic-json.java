class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-polymorphic-json
        mapper.enableDefaultTyping();
        // ruleid: java-polymorphic-json
        xstream.addPermission(AnyTypePermission.ANY);
        // ok: java-polymorphic-json
        mapper.deactivateDefaultTyping();
        // ok: java-polymorphic-json
        xstream.allowTypes(new Class[] {Settings.class});
        // ok: java-polymorphic-json
        // mapper.enableDefaultTyping();
    }
}
