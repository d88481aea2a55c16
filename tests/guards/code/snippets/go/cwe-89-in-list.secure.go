package store

import (
	"context"
	"database/sql"
	"strings"
)

func ByTags(ctx context.Context, db *sql.DB, tags []string) (*sql.Rows, error) {
	var b strings.Builder
	b.WriteString("SELECT id FROM posts WHERE tag IN (")
	args := make([]any, 0, len(tags))
	for i, t := range tags {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("?")
		args = append(args, t)
	}
	b.WriteString(")")
	return db.QueryContext(ctx, b.String(), args...)
}
