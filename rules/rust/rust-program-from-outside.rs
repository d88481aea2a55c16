use std::env;
use std::process::Command;

fn main() {
    let program = env::args().nth(1).unwrap();
    // ruleid: rust-program-from-outside
    Command::new(&program).status();
    // ruleid: rust-program-from-outside
    Command::new(env::var("TOOL").unwrap()).status();
    // ok: rust-program-from-outside
    Command::new("uptime").status();
    if ["date", "uptime"].contains(&program.as_str()) {
        // ok: rust-program-from-outside
        Command::new(&program).status();
    }
    // Command::new(&program)
}
