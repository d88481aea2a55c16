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
	query := "SELECT id, total FROM orders WHERE status = $1"
	rows, err := s.db.Query(query, status)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	json.NewEncoder(w).Encode(rows.Next())
}
