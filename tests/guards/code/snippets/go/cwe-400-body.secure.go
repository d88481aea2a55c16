package main

import (
	"encoding/json"
	"io"
	"net/http"
)

func create(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "too large", 413)
		return
	}
	var item map[string]any
	if json.Unmarshal(body, &item) != nil {
		http.Error(w, "bad json", 400)
	}
}
