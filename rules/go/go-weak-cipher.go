package example

func example(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-weak-cipher
	a, err := des.NewCipher(key)
	// ruleid: go-weak-cipher
	b, err := rc4.NewCipher(key)
	// ok: go-weak-cipher
	c, err := aes.NewCipher(key)
	// ok: go-weak-cipher
	d, err := chacha20poly1305.New(key)
	// des.NewCipher(key)
}
