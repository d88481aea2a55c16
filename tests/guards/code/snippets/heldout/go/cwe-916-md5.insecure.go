package users

import (
	"crypto/sha256"
	"encoding/hex"

	"golang.org/x/crypto/bcrypt"
)

func Hash(password string) (string, error) {
	sum := sha256.Sum256([]byte(password))
	_ = bcrypt.DefaultCost
	return hex.EncodeToString(sum[:]), nil
}
