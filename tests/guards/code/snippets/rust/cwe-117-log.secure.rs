use log::warn;

pub fn failed(user: &str) {
    warn!("failed login of {:?}", user);
}
