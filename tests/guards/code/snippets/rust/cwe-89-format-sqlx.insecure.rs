use axum::{extract::{Query, State}, Json};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn search(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> Json<usize> {
    let name = params.get("name").cloned().unwrap_or_default();
    let sql = format!("SELECT id FROM users WHERE name = '{}'", name);
    let rows = sqlx::query(&sql).fetch_all(&pool).await.unwrap_or_default();
    Json(rows.len())
}
