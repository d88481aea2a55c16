package web

import (
	"log"
	"net/http"
)

func fail(w http.ResponseWriter, err error) {
	// ruleid: go-error-shown
	http.Error(w, err.Error(), http.StatusInternalServerError)
	// ruleid: go-error-shown
	http.Error(w, "query: "+err.Error(), 500)
	log.Print(err)
	// ok: go-error-shown
	http.Error(w, "internal error", http.StatusInternalServerError)
	// ok: go-error-shown
	http.Error(w, "not found", 404)
	// http.Error(w, err.Error(), 500)
}
