package main

import (
	"log"
	"net/http"
	"strings"
)

func signIn(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	log.Printf("failed login of %s", user)
	http.Error(w, "no", http.StatusUnauthorized)
}
