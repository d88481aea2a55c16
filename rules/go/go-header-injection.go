package main

import (
	"net/http"
	"net/url"
)

func answer(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-header-injection
	w.Header().Set("X-Name", name)
	// ruleid: go-header-injection
	w.Header().Add("Content-Disposition", "attachment; filename="+name)
	// ok: go-header-injection
	w.Header().Set("X-Name", url.QueryEscape(name))
	// ok: go-header-injection
	w.Header().Set("X-Mode", "fast")
	// w.Header().Set("X-Name", name)
}
