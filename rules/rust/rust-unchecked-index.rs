fn example(input: &str) {
    // ruleid: rust-unchecked-index
    let a = unsafe { list.get_unchecked(i) };
    // ruleid: rust-unchecked-index
    let b = unsafe { list.get_unchecked_mut(i) };
    // ok: rust-unchecked-index
    let c = list.get(i);
    // ok: rust-unchecked-index
    let d = list.get_mut(i);
    // ok: rust-unchecked-index
    // let a = unsafe { list.get_unchecked(i) };
}
