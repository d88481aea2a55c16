pub fn last(values: Vec<u64>) -> u64 {
    let pointer = values.as_ptr();
    let length = values.len();
    drop(values);
    unsafe { *pointer.add(length - 1) }
}
