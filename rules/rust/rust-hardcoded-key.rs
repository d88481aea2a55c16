use jsonwebtoken::EncodingKey;

// ruleid: rust-hardcoded-key
const JWT_SECRET: &[u8] = b"correct-horse-battery";

fn keys(secret: &[u8]) {
    // ruleid: rust-hardcoded-key
    let a = EncodingKey::from_secret(b"correct-horse");
    // ok: rust-hardcoded-key
    let b = EncodingKey::from_secret(secret);
    // ok: rust-hardcoded-key
    let c = Key::from_slice(secret);
    // EncodingKey::from_secret(b"x")
}
