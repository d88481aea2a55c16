fn example(input: &str) {
    // ruleid: rust-hardcoded-password
    let password = "hunter2-prod";
    // ruleid: rust-hardcoded-password
    let api_key = "k-83kd92kd93";
    // ok: rust-hardcoded-password
    let password2 = std::env::var("PASSWORD");
    // ok: rust-hardcoded-password
    let password_hint = "name of a pet";
    // ok: rust-hardcoded-password
    // let password = "hunter2-prod";
}
