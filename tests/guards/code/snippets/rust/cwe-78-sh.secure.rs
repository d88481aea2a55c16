use std::process::Command;

pub fn ping(host: &str) -> std::io::Result<bool> {
    let status = Command::new("ping").args(["-c", "1", host]).status()?;
    Ok(status.success())
}
