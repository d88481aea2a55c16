package main

import (
	"encoding/json"
	"io"
	"net/http"
)

func upload(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	json.NewEncoder(w).Encode(len(body))
}
