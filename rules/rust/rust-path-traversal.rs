use std::fs;
use std::path::PathBuf;

fn read(root: &PathBuf, name: &str) {
    // ruleid: rust-path-traversal
    fs::read(root.join(name));
    // ruleid: rust-path-traversal
    fs::read_to_string(format!("/srv/{}", name));
    let path = root.join(name).canonicalize().unwrap();
    if path.starts_with(root) {
        // ok: rust-path-traversal
        fs::read(&path);
    }
    // ok: rust-path-traversal
    fs::read("/srv/index.html");
    // fs::read(root.join(name))
}
