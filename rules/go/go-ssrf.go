package example

func example(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("url")
	// ruleid: go-ssrf
	http.Get(target)
	// ruleid: go-ssrf
	http.Post("http://" + target + "/run", "text/plain", nil)
	// ok: go-ssrf
	http.Get("https://example.org/status")
	// ok: go-ssrf
	http.Get(hosts["a"])
	// http.Get(target)
}
