package main

import (
	"net/http"
	"os"
)

func load(path, url string) {
	// ruleid: go-ignored-error
	file, _ := os.Open(path)
	// ruleid: go-ignored-error
	answer, _ := http.Get(url)
	// ok: go-ignored-error
	other, err := os.Open(path)
	// ok: go-ignored-error
	size, _ := file.Seek(0, 2)
	// file, _ := os.Open(path)
	_, _, _, _ = answer, other, err, size
}
