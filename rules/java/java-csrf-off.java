class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-csrf-off
        http.csrf().disable();
        // ruleid: java-csrf-off
        http.csrf(csrf -> csrf.disable());
        // ok: java-csrf-off
        http.csrf(Customizer.withDefaults());
        // ok: java-csrf-off
        http.formLogin().disable();
        // ok: java-csrf-off
        // http.csrf().disable();
    }
}
