package keys

import (
	"crypto/aes"
	"crypto/hmac"
	"crypto/sha256"
	"os"
)

func use() {
	// ruleid: go-hardcoded-key
	aes.NewCipher([]byte("0123456789abcdef"))
	// ruleid: go-hardcoded-key
	hmac.New(sha256.New, []byte("a secret"))
	// ok: go-hardcoded-key
	aes.NewCipher([]byte(os.Getenv("KEY")))
	key := []byte(os.Getenv("KEY"))
	// ok: go-hardcoded-key
	hmac.New(sha256.New, key)
	// aes.NewCipher([]byte("0123456789abcdef"))
}
