use actix_web::{get, web, HttpResponse};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Search {
    q: String,
}

#[get("/search")]
pub async fn search(query: web::Query<Search>) -> HttpResponse {
    let body = format!("<h1>Results for {}</h1>", html_escape::encode_text(&query.q));
    HttpResponse::Ok().content_type("text/html").body(body)
}
