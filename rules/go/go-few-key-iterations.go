package users

import (
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/pbkdf2"
)

func hash(password, salt []byte) {
	// ruleid: go-few-key-iterations
	bcrypt.GenerateFromPassword(password, 4)
	// ruleid: go-few-key-iterations
	pbkdf2.Key(password, salt, 1000, 32, sha256.New)
	// ok: go-few-key-iterations
	bcrypt.GenerateFromPassword(password, 12)
	// ok: go-few-key-iterations
	pbkdf2.Key(password, salt, 600000, 32, sha256.New)
	// bcrypt.GenerateFromPassword(password, 4)
}
