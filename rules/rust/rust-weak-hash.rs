fn example(input: &str) {
    // ruleid: rust-weak-hash
    let a = md5::compute(input);
    // ruleid: rust-weak-hash
    let b = Sha1::new();
    // ok: rust-weak-hash
    let c = Sha256::new();
    // ok: rust-weak-hash
    let d = Sha256::digest(input);
    // ok: rust-weak-hash
    // let a = md5::compute(input);
}
