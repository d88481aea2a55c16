fn example(input: &str) {
    // ruleid: rust-cors-any-origin
    let a = CorsLayer::permissive();
    // ruleid: rust-cors-any-origin
    let b = Cors::permissive();
    // ok: rust-cors-any-origin
    let c = CorsLayer::new();
    // ok: rust-cors-any-origin
    let d = Cors::default();
    // ok: rust-cors-any-origin
    // let a = CorsLayer::permissive();
}
