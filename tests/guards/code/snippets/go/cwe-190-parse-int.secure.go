package main

import (
	"net/http"
	"strconv"
)

func page(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.ParseInt(r.FormValue("n"), 10, 32)
	if err != nil || n < 0 || n > 1000 {
		http.Error(w, "bad n", 400)
		return
	}
	buf := make([]byte, n)
	w.Write(buf)
}
