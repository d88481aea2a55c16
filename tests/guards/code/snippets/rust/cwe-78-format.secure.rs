use std::process::Command;

pub fn archive(folder: &str) -> std::io::Result<std::process::Output> {
    Command::new("tar").arg("czf").arg("/tmp/out.tgz").arg("--").arg(folder).output()
}
