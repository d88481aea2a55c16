package main

import (
	"io"
	"net/http"
	"net/url"
)

var allowed = map[string]bool{"api.example.com": true}

func proxy(w http.ResponseWriter, r *http.Request) {
	target := r.URL.Query().Get("url")
	u, err := url.Parse(target)
	if err != nil || u.Scheme != "https" || !allowed[u.Hostname()] {
		http.Error(w, "forbidden", 403)
		return
	}
	resp, err := http.Get(u.String())
	if err != nil {
		http.Error(w, "bad gateway", 502)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, io.LimitReader(resp.Body, 1<<20))
}
