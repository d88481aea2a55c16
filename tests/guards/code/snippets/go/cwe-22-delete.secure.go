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
	if !okName.MatchString(name) {
		http.NotFound(w, r)
		return
	}
	if err := os.Remove(filepath.Join("data", name)); err != nil {
		http.Error(w, "could not remove", 500)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
