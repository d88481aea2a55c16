pub fn pick(values: &[u32], index: usize) -> Option<u32> {
    values.get(index).copied()
}
