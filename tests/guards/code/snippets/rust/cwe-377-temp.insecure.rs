use std::fs::File;
use std::io::Write;

pub fn report(data: &[u8]) -> std::io::Result<()> {
    let mut f = File::create("/tmp/report.txt")?;
    f.write_all(data)
}
