package store

import (
	"context"
	"database/sql"
	"strings"
)

func Search(ctx context.Context, db *sql.DB, filters map[string]string) (*sql.Rows, error) {
	var b strings.Builder
	var args []any
	b.WriteString("SELECT * FROM books WHERE 1=1")
	for _, column := range []string{"title", "author"} {
		if value, ok := filters[column]; ok {
			b.WriteString(" AND " + column + " = '" + value + "'")
		}
	}
	return db.QueryContext(ctx, b.String(), args...)
}
