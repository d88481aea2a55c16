fn example(input: &str) {
    // ruleid: rust-utf8-unchecked
    let a = unsafe { String::from_utf8_unchecked(bytes) };
    // ruleid: rust-utf8-unchecked
    let b = unsafe { std::str::from_utf8_unchecked(input.as_bytes()) };
    // ok: rust-utf8-unchecked
    let c = String::from_utf8(bytes);
    // ok: rust-utf8-unchecked
    let d = std::str::from_utf8(input.as_bytes());
    // ok: rust-utf8-unchecked
    // let a = unsafe { String::from_utf8_unchecked(bytes) };
}
