use axum::{extract::Path, http::StatusCode};
use tokio::fs;

pub async fn file(Path(name): Path<String>) -> Result<Vec<u8>, StatusCode> {
    if name.contains("..") || name.contains('/') {
        return Err(StatusCode::BAD_REQUEST);
    }
    let path = format!("/srv/files/{}", name);
    fs::read(&path).await.map_err(|_| StatusCode::NOT_FOUND)
}
