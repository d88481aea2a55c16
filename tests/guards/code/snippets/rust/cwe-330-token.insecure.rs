use rand::{Rng, SeedableRng};

pub fn session_token() -> String {
    let mut rng = rand::rngs::SmallRng::seed_from_u64(42);
    let bytes: [u8; 16] = rng.gen();
    bytes.iter().map(|b| format!("{:02x}", b)).collect()
}
