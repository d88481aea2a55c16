package token

import (
	"crypto/rand"
	"encoding/hex"
)

func NewSessionToken() string {
	raw := make([]byte, 16)
	if _, err := rand.Read(raw); err != nil {
		panic(err)
	}
	return hex.EncodeToString(raw)
}
