pub fn first(data: Vec<u8>) -> u8 {
    let value = data[0];
    drop(data);
    value
}
