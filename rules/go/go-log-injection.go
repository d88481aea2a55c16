package web

import (
	"log"
	"net/http"
	"strings"
)

func track(r *http.Request) {
	user := r.FormValue("user")
	// ruleid: go-log-injection
	log.Printf("login by %s", user)
	// ruleid: go-log-injection
	log.Println("login", r.Header.Get("X-User"))
	// ok: go-log-injection
	log.Printf("login by %s", strings.ReplaceAll(user, "\n", ""))
	// ok: go-log-injection
	log.Print("login")
	// log.Println(r.FormValue("x"))
}

func page(w http.ResponseWriter, r *http.Request) {
	if err := show(w, r.FormValue("name")); err != nil {
		// ok: go-log-injection
		log.Printf("show: %v", err)
	}
}
