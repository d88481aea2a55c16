package main

import (
	"log"
	"net/http"
	"strings"
)

func track(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	log.Printf("login attempt by %s", user)
	w.WriteHeader(204)
}
