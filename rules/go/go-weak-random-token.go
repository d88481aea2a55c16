package auth

import (
	crand "crypto/rand"
	"math/rand"
)

const letters = "abcdef"

func resetToken(n int) string {
	b := make([]byte, n)
	for i := range b {
		// ruleid: go-weak-random-token
		b[i] = letters[rand.Intn(len(letters))]
	}
	return string(b)
}

func more() {
	// ruleid: go-weak-random-token
	secret := rand.Int63()
	// ok: go-weak-random-token
	dice := rand.Intn(6)
	// ok: go-weak-random-token
	secretNumber := rand.Intn(100) + 1 // of a game
	salt := make([]byte, 16)
	// ok: go-weak-random-token
	crand.Read(salt)
	// secret := rand.Int63()
	_, _, _ = secret, dice, secretNumber
}
