package main

import (
	"log"
	"net/http"
	"strings"
)

func track(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	clean := strings.NewReplacer("\n", "", "\r", "").Replace(user)
	log.Printf("login attempt by %s", clean)
	w.WriteHeader(204)
}
