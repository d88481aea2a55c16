package box

import (
	"crypto/aes"
	"crypto/cipher"
)

func NewBlock(key []byte) (cipher.Block, error) {
	return aes.NewCipher(key)
}
