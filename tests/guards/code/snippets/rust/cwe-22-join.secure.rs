use std::fs;
use std::path::PathBuf;

pub fn read_note(root: &PathBuf, name: &str) -> std::io::Result<String> {
    let path = root.join(name).canonicalize()?;
    if !path.starts_with(root) {
        return Err(std::io::Error::new(std::io::ErrorKind::InvalidInput, "outside"));
    }
    fs::read_to_string(path)
}
