package auth

import (
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
)

func hash(password, salt string) {
	// ruleid: go-fast-password-hash
	sha256.Sum256([]byte(password))
	// ruleid: go-fast-password-hash
	sha256.Sum256([]byte(salt + password))
	// ok: go-fast-password-hash
	bcrypt.GenerateFromPassword([]byte(password), 12)
	// ok: go-fast-password-hash
	sha256.Sum256([]byte(salt))
	// sha256.Sum256([]byte(password))
}
