use std::process::Command;

pub fn archive(folder: &str) -> std::io::Result<std::process::Output> {
    let line = format!("tar czf /tmp/out.tgz {folder}");
    Command::new("sh").arg("-c").arg(line).output()
}
