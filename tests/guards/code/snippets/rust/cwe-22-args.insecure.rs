use std::env;
use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let name = env::args().nth(1).expect("usage: show NAME");
    let path = Path::new("/var/lib/notes").join(&name);
    print!("{}", fs::read_to_string(path)?);
    Ok(())
}
