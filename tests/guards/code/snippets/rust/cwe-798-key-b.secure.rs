use hmac::{Hmac, Mac};
use sha2::Sha256;

pub fn sign(message: &[u8]) -> Vec<u8> {
    let key = std::env::var("SIGNING_KEY").unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap();
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}
