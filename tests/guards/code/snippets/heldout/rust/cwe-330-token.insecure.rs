use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

pub fn session_token() -> String {
    let mut rng = StdRng::seed_from_u64(42);
    (0..16).map(|_| format!("{:02x}", rng.gen::<u8>())).collect()
}
