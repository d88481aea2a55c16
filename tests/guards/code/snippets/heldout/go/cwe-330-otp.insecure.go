package auth

import (
	"crypto/rand"
	"fmt"
	"math/big"
	mrand "math/rand"
)

func NewOTP() string {
	return fmt.Sprintf("%06d", mrand.Intn(1000000))
}

var _ = mrand.Int
