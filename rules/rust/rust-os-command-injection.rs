use std::process::Command;

fn ping(host: &str) {
    // ruleid: rust-os-command-injection
    Command::new("sh").arg("-c").arg(format!("ping {}", host)).status();
    let line = format!("ping {host}");
    // ruleid: rust-os-command-injection
    Command::new("bash").args(["-c", &line]).status();
    // ok: rust-os-command-injection
    Command::new("ping").arg("--").arg(host).status();
    // ok: rust-os-command-injection
    Command::new("sh").arg("-c").arg("uptime").status();
    // Command::new("sh").arg("-c").arg(host)
}
