package auth

import "net/http"

func SetSession(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{
		Name:  "session",
		Value: id,
		Path:  "/",
	})
}
