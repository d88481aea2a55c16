use sqlx::{PgPool, Row};

pub async fn search(pool: &PgPool, term: String) -> Result<Vec<String>, sqlx::Error> {
    let rows = sqlx::query(&format!("SELECT title FROM posts WHERE title LIKE '%{term}%'"))
        .fetch_all(pool)
        .await?;
    Ok(rows.iter().map(|r| r.get(0)).collect())
}
