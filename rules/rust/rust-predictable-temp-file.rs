use std::env;
use std::fs::{self, File};

fn write(text: &str) {
    // ruleid: rust-predictable-temp-file
    fs::write("/tmp/report.txt", text);
    // ruleid: rust-predictable-temp-file
    File::create(env::temp_dir().join("report.txt"));
    let file = tempfile::NamedTempFile::new();
    // ok: rust-predictable-temp-file
    fs::write(file.path(), text);
    // ok: rust-predictable-temp-file
    File::create("/srv/report.txt");
    // fs::write("/tmp/x", text)
}
