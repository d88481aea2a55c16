use axum::{extract::Query, response::Redirect};
use std::collections::HashMap;

async fn done(Query(q): Query<HashMap<String, String>>) -> Redirect {
    let next = q.get("next").cloned().unwrap_or_else(|| "/".into());
    Redirect::to(&next)
}
