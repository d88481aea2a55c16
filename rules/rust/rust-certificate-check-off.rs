fn example(input: &str) {
    // ruleid: rust-certificate-check-off
    let a = builder.danger_accept_invalid_certs(true);
    // ruleid: rust-certificate-check-off
    let b = builder.danger_accept_invalid_hostnames(true);
    // ok: rust-certificate-check-off
    let c = builder.danger_accept_invalid_certs(false);
    // ok: rust-certificate-check-off
    let d = builder.add_root_certificate(root);
    // ok: rust-certificate-check-off
    // let a = builder.danger_accept_invalid_certs(true);
}
