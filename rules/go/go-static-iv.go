package vault

import (
	"crypto/cipher"
	"crypto/rand"
)

func encrypt(block cipher.Block, gcm cipher.AEAD, text []byte) {
	iv := []byte("1234567890123456")
	// ruleid: go-static-iv
	cipher.NewCBCEncrypter(block, iv)
	// ruleid: go-static-iv
	gcm.Seal(nil, []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, text, nil)
	fresh := make([]byte, 16)
	rand.Read(fresh)
	// ok: go-static-iv
	cipher.NewCBCEncrypter(block, fresh)
	// ok: go-static-iv
	gcm.Seal(nil, fresh[:12], text, []byte("header"))
	// cipher.NewCTR(block, []byte("1234567890123456"))
}
