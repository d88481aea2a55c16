use argon2::{password_hash::{rand_core::OsRng, SaltString}, Argon2, PasswordHasher};

pub fn hash_password(password: &str) -> String {
    let salt = SaltString::generate(&mut OsRng);
    Argon2::default().hash_password(password.as_bytes(), &salt).unwrap().to_string()
}
