package main

import (
	"net/http"
	"os/exec"
	"strconv"
)

func tail(w http.ResponseWriter, r *http.Request) {
	n := r.URL.Query().Get("n")
	out, err := exec.Command("sh", "-c", "tail -n "+n+" /var/log/app.log").Output()
	if err != nil {
		http.Error(w, "error", 500)
		return
	}
	w.Header().Set("Content-Type", "text/plain")
	w.Write(out)
}
