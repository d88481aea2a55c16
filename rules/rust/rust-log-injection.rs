use log::{info, warn};

fn failed(user: &str, count: u32) {
    // ruleid: rust-log-injection
    warn!("failed login of {}", user);
    // ruleid: rust-log-injection
    info!("user {}", user);
    // ok: rust-log-injection
    warn!("failed login of {:?}", user);
    // ok: rust-log-injection
    info!("logins: {}", count);
    // warn!("login {}", user)
}
