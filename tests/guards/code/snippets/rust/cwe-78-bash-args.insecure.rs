use std::io;
use std::process::Command;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let dir = line.trim();
    let script = "ls -la ".to_string() + dir;
    let out = Command::new("bash").args(&["-c", &script]).output().unwrap();
    println!("{}", String::from_utf8_lossy(&out.stdout));
}
