use actix_web::{web, HttpResponse};
use serde::Deserialize;
use url::Url;

#[derive(Deserialize)]
struct Params { url: String }

async fn proxy(q: web::Query<Params>) -> HttpResponse {
    let parsed = match Url::parse(&q.url) { Ok(u) => u, Err(_) => return HttpResponse::BadRequest().finish() };
    if parsed.host_str() != Some("api.example.com") {
        return HttpResponse::Forbidden().finish();
    }
    let body = reqwest::get(&q.url).await.unwrap().text().await.unwrap();
    HttpResponse::Ok().content_type("text/plain").body(body)
}
