package vault

import (
	"encoding/hex"

	"golang.org/x/crypto/bcrypt"
)

func Store(password string) (string, error) {
	hash, err := bcrypt.GenerateFromPassword([]byte(password), 12)
	return hex.EncodeToString(hash), err
}
