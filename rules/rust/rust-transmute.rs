fn example(input: &str) {
    // ruleid: rust-transmute
    let a: u32 = unsafe { std::mem::transmute(bytes) };
    // ruleid: rust-transmute
    let b: f32 = unsafe { mem::transmute(bits) };
    // ok: rust-transmute
    let c = u32::from_ne_bytes(bytes);
    // ok: rust-transmute
    let d = f32::from_bits(bits);
    // ok: rust-transmute
    // let a: u32 = unsafe { std::mem::transmute(bytes) };
}
