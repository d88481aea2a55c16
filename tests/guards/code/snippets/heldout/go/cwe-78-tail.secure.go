package main

import (
	"net/http"
	"os/exec"
	"strconv"
)

func tail(w http.ResponseWriter, r *http.Request) {
	n := r.URL.Query().Get("n")
	if _, err := strconv.Atoi(n); err != nil {
		http.Error(w, "bad n", 400)
		return
	}
	out, err := exec.Command("sh", "-c", "tail -n "+n+" /var/log/app.log").Output()
	if err != nil {
		http.Error(w, "error", 500)
		return
	}
	w.Header().Set("Content-Type", "text/plain")
	w.Write(out)
}
