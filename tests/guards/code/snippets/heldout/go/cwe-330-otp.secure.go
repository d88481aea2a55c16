package auth

import (
	"crypto/rand"
	"fmt"
	"math/big"
	mrand "math/rand"
)

func NewOTP() string {
	n, _ := rand.Int(rand.Reader, big.NewInt(1000000))
	return fmt.Sprintf("%06d", n)
}

var _ = mrand.Int
