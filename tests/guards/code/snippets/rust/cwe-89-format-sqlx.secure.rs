use axum::{extract::{Query, State}, Json};
use sqlx::PgPool;
use std::collections::HashMap;

pub async fn search(State(pool): State<PgPool>, Query(params): Query<HashMap<String, String>>) -> Json<usize> {
    let name = params.get("name").cloned().unwrap_or_default();
    let rows = sqlx::query("SELECT id FROM users WHERE name = $1").bind(&name).fetch_all(&pool).await.unwrap_or_default();
    Json(rows.len())
}
