use actix_web::{get, web, HttpResponse};
use std::path::{Component, Path};

#[get("/files/{name}")]
async fn download(name: web::Path<String>) -> HttpResponse {
    let name = name.into_inner();
    match std::fs::read(format!("/srv/files/{}", name)) {
        Ok(data) => HttpResponse::Ok().body(data),
        Err(_) => HttpResponse::NotFound().finish(),
    }
}
