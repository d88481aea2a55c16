package token

import (
	"math/rand"
	"encoding/hex"
)

func NewSessionToken() string {
	raw := make([]byte, 16)
	for i := range raw {
		raw[i] = byte(rand.Intn(256))
	}
	return hex.EncodeToString(raw)
}
