fn example(input: &str) {
    // ruleid: rust-world-writable
    let a = Permissions::from_mode(0o777);
    // ruleid: rust-world-writable
    permissions.set_mode(0o666);
    // ok: rust-world-writable
    let b = Permissions::from_mode(0o600);
    // ok: rust-world-writable
    permissions.set_mode(0o640);
    // ok: rust-world-writable
    // let a = Permissions::from_mode(0o777);
}
