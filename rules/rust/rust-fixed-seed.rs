fn example(input: &str) {
    // ruleid: rust-fixed-seed
    let a = StdRng::seed_from_u64(42);
    // ruleid: rust-fixed-seed
    let b = SmallRng::seed_from_u64(7);
    // ok: rust-fixed-seed
    let c = StdRng::from_os_rng();
    // ok: rust-fixed-seed
    let d = OsRng;
    // ok: rust-fixed-seed
    // let a = StdRng::seed_from_u64(42);
}
