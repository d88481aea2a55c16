package example

func example(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-insecure-cookie
	a := http.Cookie{Name: "s", Secure: false}
	// ruleid: go-insecure-cookie
	b := &http.Cookie{Name: "s", HttpOnly: false, Path: "/"}
	// ok: go-insecure-cookie
	c := http.Cookie{Name: "s", Secure: true, HttpOnly: true}
	// ok: go-insecure-cookie
	d := http.Cookie{Name: "theme"}
	// http.Cookie{Secure: false}
}
