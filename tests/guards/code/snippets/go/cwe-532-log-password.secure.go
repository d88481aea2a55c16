package main

import (
	"log"
	"net/http"
)

func signin(w http.ResponseWriter, r *http.Request) {
	username, password := r.FormValue("username"), r.FormValue("password")
	log.Println("sign in")
	if !check(username, password) {
		http.Error(w, "denied", 401)
	}
}
