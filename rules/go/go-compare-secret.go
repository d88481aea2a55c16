package auth

import (
	"bytes"
	"crypto/hmac"
	"crypto/subtle"
)

func check(token, secret string, mac, expected []byte) bool {
	// ruleid: go-compare-secret
	if token == secret {
		return true
	}
	// ruleid: go-compare-secret
	if bytes.Equal(mac, expected) {
		return true
	}
	// ok: go-compare-secret
	if hmac.Equal(mac, expected) || token == "" {
		return false
	}
	// ok: go-compare-secret
	return subtle.ConstantTimeCompare([]byte(token), []byte(secret)) == 1
	// token == secret
}
