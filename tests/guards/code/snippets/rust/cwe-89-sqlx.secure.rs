use sqlx::{PgPool, Row};

pub async fn search(pool: &PgPool, term: String) -> Result<Vec<String>, sqlx::Error> {
    let rows = sqlx::query("SELECT title FROM posts WHERE title LIKE $1")
        .bind(format!("%{term}%"))
        .fetch_all(pool)
        .await?;
    Ok(rows.iter().map(|r| r.get(0)).collect())
}
