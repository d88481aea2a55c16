package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"strings"
)

func find(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	name := r.FormValue("name")
	// ruleid: go-sql-injection
	db.Query("SELECT id FROM users WHERE name = '" + name + "'")
	// ruleid: go-sql-injection
	db.QueryRowContext(r.Context(), fmt.Sprintf("SELECT id FROM users WHERE name = '%s'", name))
	// ok: go-sql-injection
	db.Query("SELECT id FROM users WHERE name = ?", name)
}

func byTags(ctx context.Context, db *sql.DB, tags []string) {
	var b strings.Builder
	b.WriteString("SELECT id FROM posts WHERE tag IN (")
	for _, t := range tags {
		b.WriteString("'" + t + "',")
	}
	// ruleid: go-sql-injection
	db.QueryContext(ctx, b.String())
}

var columns = map[string]string{"name": "name"}

func sorted(r *http.Request, db *sql.DB) {
	column, ok := columns[r.FormValue("sort")]
	if !ok {
		column = "name"
	}
	// ok: go-sql-injection
	db.Query("SELECT id FROM users ORDER BY " + column)
	// db.Query("SELECT " + r.FormValue("x"))
}
