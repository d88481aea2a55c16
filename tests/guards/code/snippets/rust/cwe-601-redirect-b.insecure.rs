use axum::{extract::Query, response::Redirect};
use std::collections::HashMap;

pub async fn out(Query(params): Query<HashMap<String, String>>) -> Redirect {
    let next = params.get("next").cloned().unwrap_or_else(|| "/".to_string());
    Redirect::to(&next)
}
