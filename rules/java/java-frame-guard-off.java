class Frames {
    void off(HttpSecurity http) throws Exception {
        // ruleid: java-frame-guard-off
        http.headers().frameOptions().disable();
        // ruleid: java-frame-guard-off
        http.headers().disable();
        // ok: java-frame-guard-off
        http.headers().frameOptions().sameOrigin();
        // ok: java-frame-guard-off
        http.headers().frameOptions().deny();
        // http.headers().frameOptions().disable();
    }
}
