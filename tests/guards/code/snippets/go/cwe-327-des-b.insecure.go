package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/rand"
	"io"
)

func Seal(key, text []byte) ([]byte, error) {
	block, err := des.NewTripleDESCipher(key)
	if err != nil {
		return nil, err
	}
	out := make([]byte, block.BlockSize()+len(text))
	if _, err := io.ReadFull(rand.Reader, out[:block.BlockSize()]); err != nil {
		return nil, err
	}
	cipher.NewCTR(block, out[:block.BlockSize()]).XORKeyStream(out[block.BlockSize():], text)
	_ = aes.BlockSize
	return out, nil
}
