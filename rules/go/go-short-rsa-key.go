package keys

import (
	"crypto/rand"
	"crypto/rsa"
)

func make_keys() {
	// ruleid: go-short-rsa-key
	rsa.GenerateKey(rand.Reader, 1024)
	// ruleid: go-short-rsa-key
	rsa.GenerateKey(rand.Reader, 512)
	// ok: go-short-rsa-key
	rsa.GenerateKey(rand.Reader, 2048)
	// ok: go-short-rsa-key
	rsa.GenerateKey(rand.Reader, 4096)
	// rsa.GenerateKey(rand.Reader, 1024)
}
