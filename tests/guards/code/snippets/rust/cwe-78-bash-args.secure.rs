use std::io;
use std::process::Command;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let dir = line.trim();
    let out = Command::new("ls").args(&["-la", "--", dir]).output().unwrap();
    println!("{}", String::from_utf8_lossy(&out.stdout));
}
