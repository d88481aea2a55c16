class Security {
    void chain(HttpSecurity http) throws Exception {
        // ruleid: java-everyone-permitted
        http.authorizeHttpRequests(a -> a.anyRequest().permitAll());
        // ruleid: java-everyone-permitted
        http.authorizeHttpRequests(a -> a.requestMatchers("/admin/**").permitAll());
        // ok: java-everyone-permitted
        http.authorizeHttpRequests(a -> a.requestMatchers("/css/**").permitAll().anyRequest().authenticated());
        // ok: java-everyone-permitted
        http.authorizeHttpRequests(a -> a.requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().authenticated());
        // a.anyRequest().permitAll()
    }
}
