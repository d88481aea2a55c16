package example

func example(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-tls-verification-off
	a := &tls.Config{InsecureSkipVerify: true}
	// ruleid: go-tls-verification-off
	b.InsecureSkipVerify = true
	// ok: go-tls-verification-off
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	// ok: go-tls-verification-off
	d.InsecureSkipVerify = false
	// tls.Config{InsecureSkipVerify: true}
}
