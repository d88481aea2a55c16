use axum_extra::extract::cookie::Cookie;

pub fn session(id: String) -> Cookie<'static> {
    Cookie::build(("session", id))
        .http_only(true)
        .secure(true)
        .path("/")
        .build()
}
