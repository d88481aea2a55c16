package main

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
)

func upload(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 10<<20)
	file, header, err := r.FormFile("file")
	if err != nil {
		http.Error(w, "bad upload", 400)
		return
	}
	defer file.Close()
	if filepath.Ext(header.Filename) != ".png" {
		http.Error(w, "only png", 400)
		return
	}
	dst, err := os.CreateTemp("./uploads", "*.png")
	if err != nil {
		http.Error(w, "error", 500)
		return
	}
	defer dst.Close()
	io.Copy(dst, file)
}
