fn example(input: &str) {
    // ruleid: rust-uninitialized
    let a: [u8; 16] = unsafe { std::mem::uninitialized() };
    // ruleid: rust-uninitialized
    let b: u64 = unsafe { MaybeUninit::uninit().assume_init() };
    // ok: rust-uninitialized
    let c = [0u8; 16];
    // ok: rust-uninitialized
    let d = vec![0u8; 16];
    // ok: rust-uninitialized
    // let a: [u8; 16] = unsafe { std::mem::uninitialized() };
}
