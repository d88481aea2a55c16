use axum::extract::Query;
use axum::response::Html;

async fn search(Query(params): Query<Params>) -> Html<String> {
    // ruleid: rust-reflected-xss
    let a = Html(format!("<h1>{}</h1>", params.q));
    let page = format!("<p>{}</p>", params.q);
    // ruleid: rust-reflected-xss
    let b = Html(page);
    // ok: rust-reflected-xss
    let c = Html(format!("<h1>{}</h1>", html_escape::encode_text(&params.q)));
    // ok: rust-reflected-xss
    let d = Html("<h1>fixed</h1>".to_string());
    // Html(format!("{}", params.q))
    a
}
