package main

import (
	"net/http"
	"path/filepath"
	"strings"
)

const root = "/srv/files"

func file(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	path := filepath.Join(root, name)
	http.ServeFile(w, r, path)
}
