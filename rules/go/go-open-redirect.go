package example

func example(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	// ruleid: go-open-redirect
	http.Redirect(w, r, next, 302)
	// ruleid: go-open-redirect
	http.Redirect(w, r, "https://" + r.Header.Get("X-Next"), 302)
	// ok: go-open-redirect
	http.Redirect(w, r, "/home", 302)
	// ok: go-open-redirect
	http.Redirect(w, r, urls["home"], 302)
	// http.Redirect(w, r, next, 302)
}
