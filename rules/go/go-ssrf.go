package web

import (
	"encoding/json"
	"net/http"
	"net/url"
)

func proxy(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("url")
	// ruleid: go-ssrf
	http.Get(target)
	// ruleid: go-ssrf
	http.NewRequest("GET", "http://"+r.FormValue("host")+"/status", nil)
	// ok: go-ssrf
	http.Get("https://api.example.com/?q=" + url.QueryEscape(target))
}

func hook(r *http.Request) {
	var h struct{ Target string }
	json.NewDecoder(r.Body).Decode(&h)
	// ruleid: go-ssrf
	http.Post(h.Target, "application/json", nil)
}

func proxy_right(r *http.Request) {
	u, err := url.Parse(r.FormValue("url"))
	if err != nil || u.Hostname() != "api.example.com" {
		return
	}
	// ok: go-ssrf
	http.Get(u.String())
	// http.Get(r.FormValue("url"))
}
