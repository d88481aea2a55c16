package auth

import (
	"crypto/subtle"
	"net/http"
	"os"
)

func authorized(r *http.Request) bool {
	token := r.Header.Get("X-Api-Token")
	secret := os.Getenv("API_TOKEN")
	return token == secret
}
