package store

import (
	"context"
	"database/sql"
	"strings"
)

func ByTags(ctx context.Context, db *sql.DB, tags []string) (*sql.Rows, error) {
	var b strings.Builder
	b.WriteString("SELECT id FROM posts WHERE tag IN (")
	for i, t := range tags {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("'" + t + "'")
	}
	b.WriteString(")")
	return db.QueryContext(ctx, b.String())
}
