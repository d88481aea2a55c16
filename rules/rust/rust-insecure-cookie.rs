fn example(input: &str) {
    // ruleid: rust-insecure-cookie
    cookie.set_secure(false);
    // ruleid: rust-insecure-cookie
    cookie.set_http_only(false);
    // ok: rust-insecure-cookie
    cookie.set_secure(true);
    // ok: rust-insecure-cookie
    cookie.set_http_only(true);
    // ok: rust-insecure-cookie
    // cookie.set_secure(false);
}
