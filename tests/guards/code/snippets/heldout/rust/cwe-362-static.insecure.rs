static mut COUNT: u32 = 0;

pub fn hit() -> u32 {
    unsafe {
        COUNT += 1;
        COUNT
    }
}
