pub fn last(values: Vec<u64>) -> u64 {
    values.last().copied().unwrap_or(0)
}
