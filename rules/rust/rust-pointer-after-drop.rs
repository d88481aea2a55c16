use std::ffi::CString;

fn last(values: Vec<u64>) -> u64 {
    // ruleid: rust-pointer-after-drop
    let pointer = values.as_ptr();
    drop(values);
    unsafe { *pointer }
}

fn name(text: &str) {
    // ruleid: rust-pointer-after-drop
    let pointer = CString::new(text).unwrap().as_ptr();
    // ok: rust-pointer-after-drop
    let kept = CString::new(text).unwrap();
    // ok: rust-pointer-after-drop
    let good = kept.as_ptr();
    // drop(values)
}
