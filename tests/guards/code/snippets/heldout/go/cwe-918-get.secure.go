package main

import (
	"io"
	"net/http"
	"net/url"
)

var hosts = map[string]bool{"images.example.org": true}

func fetch(w http.ResponseWriter, r *http.Request) {
	target := r.URL.Query().Get("url")
	parsed, err := url.Parse(target)
	if err != nil || !hosts[parsed.Hostname()] {
		http.Error(w, "bad host", http.StatusBadRequest)
		return
	}
	answer, err := http.Get(target)
	if err != nil {
		http.Error(w, "failed", http.StatusBadGateway)
		return
	}
	defer answer.Body.Close()
	w.Header().Set("Content-Type", "image/png")
	io.Copy(w, answer.Body)
}
