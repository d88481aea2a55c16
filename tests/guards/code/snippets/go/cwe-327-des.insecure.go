package box

import (
	"crypto/des"
	"crypto/cipher"
)

func NewBlock(key []byte) (cipher.Block, error) {
	return des.NewTripleDESCipher(key)
}
