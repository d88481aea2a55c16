package main

import (
	"net/http"
	"strconv"
)

func page(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		http.Error(w, "bad n", 400)
		return
	}
	buf := make([]byte, int32(n))
	w.Write(buf)
}
