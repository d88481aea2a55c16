use jsonwebtoken::{encode, EncodingKey, Header};
use serde::Serialize;

#[derive(Serialize)]
struct Claims { sub: String, exp: usize }

pub fn issue(user: &str, exp: usize) -> String {
    let claims = Claims { sub: user.to_owned(), exp };
    let key = EncodingKey::from_secret(b"my-jwt-secret");
    encode(&Header::default(), &claims, &key).unwrap()
}
