package hooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

func Genuine(body []byte, signature string, key []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	expected := hex.EncodeToString(mac.Sum(nil))
	return expected == signature
}
