use des::Des;
use openssl::symm::Cipher;

fn ciphers(key: &[u8]) {
    // ruleid: rust-weak-cipher
    let a = Des::new(key.into());
    // ruleid: rust-weak-cipher
    let b = Cipher::aes_256_ecb();
    // ok: rust-weak-cipher
    let c = Cipher::aes_256_gcm();
    // ok: rust-weak-cipher
    let d = Aes256Gcm::new(key.into());
    // Des::new(key)
}
