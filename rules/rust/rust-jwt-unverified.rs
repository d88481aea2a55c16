fn example(input: &str) {
    // ruleid: rust-jwt-unverified
    validation.insecure_disable_signature_validation();
    // ruleid: rust-jwt-unverified
    let a = dangerous_insecure_decode(token);
    // ok: rust-jwt-unverified
    let b = decode(token, key, validation);
    // ok: rust-jwt-unverified
    validation.set_audience(audience);
    // ok: rust-jwt-unverified
    // validation.insecure_disable_signature_validation();
}
