package main

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
)

var okName = regexp.MustCompile(`^[\w-]+\.txt$`)

func remove(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if err := os.Remove(filepath.Join("data", name)); err != nil {
		http.Error(w, "could not remove", 500)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
