package repo

import "database/sql"

func CountByTag(db *sql.DB, tag string) (int, error) {
	var n int
	row := db.QueryRow("SELECT COUNT(*) FROM posts WHERE tag = $1", tag)
	err := row.Scan(&n)
	return n, err
}
