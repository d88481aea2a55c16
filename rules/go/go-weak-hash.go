package example

func example(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-weak-hash
	a := md5.Sum(data)
	// ruleid: go-weak-hash
	b := sha1.New()
	// ok: go-weak-hash
	c := sha256.Sum256(data)
	// ok: go-weak-hash
	d := sha512.New()
	// md5.Sum(data)
}
