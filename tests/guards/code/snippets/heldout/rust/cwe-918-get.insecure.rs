use axum::extract::Query;
use std::collections::HashMap;

pub async fn preview(Query(params): Query<HashMap<String, String>>) -> String {
    let url = match params.get("url") {
        Some(url) => url.clone(),
        None => return String::new(),
    };
    let answer = reqwest::get(&url).await.unwrap();
    answer.status().to_string()
}
