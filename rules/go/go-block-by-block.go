package vault

import (
	"crypto/aes"
	"crypto/cipher"
)

func encrypt(key, in, out []byte) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return
	}
	for i := 0; i < len(in); i += 16 {
		// ruleid: go-block-by-block
		block.Encrypt(out[i:i+16], in[i:i+16])
	}
	for i := 0; i < len(in); i += 16 {
		// ruleid: go-block-by-block
		block.Decrypt(out[i:i+16], in[i:i+16])
	}
	gcm, _ := cipher.NewGCM(block)
	// ok: go-block-by-block
	gcm.Seal(nil, out[:12], in, nil)
	// ok: go-block-by-block
	block.Encrypt(out, in)
	// block.Encrypt(out[i:], in[i:])
}
