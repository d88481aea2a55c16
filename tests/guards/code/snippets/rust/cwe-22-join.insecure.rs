use std::fs;
use std::path::PathBuf;

pub fn read_note(root: &PathBuf, name: &str) -> std::io::Result<String> {
    let path = root.join(name);
    fs::read_to_string(path)
}
