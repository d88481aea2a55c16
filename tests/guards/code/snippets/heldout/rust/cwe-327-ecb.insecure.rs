use aes::cipher::{BlockEncrypt, KeyInit};
use des::Des;

pub fn encrypt(key: &[u8; 8], block: &mut [u8; 8]) {
    let cipher = Des::new(key.into());
    cipher.encrypt_block(block.into());
}
