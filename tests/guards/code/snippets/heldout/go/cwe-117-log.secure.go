package main

import (
	"log"
	"net/http"
	"strings"
)

func signIn(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	log.Printf("failed login of %s", strings.NewReplacer("\n", "", "\r", "").Replace(user))
	http.Error(w, "no", http.StatusUnauthorized)
}
