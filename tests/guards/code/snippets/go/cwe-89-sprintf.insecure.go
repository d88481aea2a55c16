package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
)

type server struct {
	db *sql.DB
}

func (s *server) orders(w http.ResponseWriter, r *http.Request) {
	status := r.URL.Query().Get("status")
	query := fmt.Sprintf("SELECT id, total FROM orders WHERE status = '%s'", status)
	rows, err := s.db.Query(query)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	json.NewEncoder(w).Encode(rows.Next())
}
