use actix_web::{web, HttpResponse};
use serde::Deserialize;
use url::Url;

#[derive(Deserialize)]
struct Params { url: String }

async fn proxy(q: web::Query<Params>) -> HttpResponse {
    let body = reqwest::get(&q.url).await.unwrap().text().await.unwrap();
    HttpResponse::Ok().content_type("text/plain").body(body)
}
