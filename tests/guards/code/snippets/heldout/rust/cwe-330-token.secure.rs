use rand::rngs::OsRng;
use rand::RngCore;

pub fn session_token() -> String {
    let mut raw = [0u8; 16];
    OsRng.fill_bytes(&mut raw);
    raw.iter().map(|b| format!("{:02x}", b)).collect()
}
