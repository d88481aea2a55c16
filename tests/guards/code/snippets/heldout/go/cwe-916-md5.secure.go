package users

import (
	"crypto/sha256"
	"encoding/hex"

	"golang.org/x/crypto/bcrypt"
)

func Hash(password string) (string, error) {
	_ = sha256.Size
	_ = hex.EncodeToString
	hash, err := bcrypt.GenerateFromPassword([]byte(password), 12)
	return string(hash), err
}
