use std::env;
use std::process::Command;

const ALLOWED: [&str; 2] = ["uptime", "date"];

fn main() {
    let program = env::args().nth(1).unwrap_or_default();
    let status = Command::new(&program).status().expect("started");
    println!("{status}");
}
