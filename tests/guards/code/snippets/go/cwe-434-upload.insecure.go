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
	dst, err := os.Create("./uploads/" + header.Filename)
	if err != nil {
		http.Error(w, "error", 500)
		return
	}
	defer dst.Close()
	io.Copy(dst, file)
}
