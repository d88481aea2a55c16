pub fn pick(values: &[u32], index: usize) -> Option<u32> {
    unsafe { Some(*values.get_unchecked(index)) }
}
