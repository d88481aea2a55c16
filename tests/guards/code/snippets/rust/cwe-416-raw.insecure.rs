pub fn first(data: Vec<u8>) -> u8 {
    let ptr = data.as_ptr();
    drop(data);
    unsafe { *ptr }
}
