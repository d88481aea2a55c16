use axum::extract::Query;

async fn preview(Query(params): Query<Params>) {
    let url = params.url.clone();
    // ruleid: rust-ssrf
    reqwest::get(&url).await;
    // ruleid: rust-ssrf
    ureq::get(&params.url).call();
    // ok: rust-ssrf
    reqwest::get("https://example.org").await;
    if ALLOWED.contains(&url.as_str()) {
        // ok: rust-ssrf
        reqwest::get(&url).await;
    }
    // reqwest::get(&url)
}
