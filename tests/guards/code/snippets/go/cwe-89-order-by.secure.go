package main

import (
	"database/sql"
	"encoding/json"
	"net/http"
)

var columns = map[string]string{"name": "name", "price": "price"}

func list(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		sort, ok := columns[r.URL.Query().Get("sort")]
		if !ok {
			sort = "name"
		}
		rows, err := db.Query("SELECT name FROM products ORDER BY " + sort)
		if err != nil {
			http.Error(w, "error", 500)
			return
		}
		defer rows.Close()
		var names []string
		for rows.Next() {
			var n string
			rows.Scan(&n)
			names = append(names, n)
		}
		json.NewEncoder(w).Encode(names)
	}
}
