use axum::extract::Query;
use axum::response::Redirect;

async fn out(Query(params): Query<Params>) -> Redirect {
    let next = params.next.clone();
    // ruleid: rust-open-redirect
    let a = Redirect::to(&next);
    // ruleid: rust-open-redirect
    let b = Redirect::temporary(&params.next);
    // ok: rust-open-redirect
    let c = Redirect::to("/home");
    if next == "/a" {
        // ok: rust-open-redirect
        return Redirect::to(&next);
    }
    // Redirect::to(&next)
    a
}
