package web

import "net/http"

func cors(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	// ruleid: go-cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", "*")
	// ok: go-cors-any-origin
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
	// ok: go-cors-any-origin
	w.Header().Set("Vary", "*")
	// w.Header().Set("Access-Control-Allow-Origin", "*")
}
