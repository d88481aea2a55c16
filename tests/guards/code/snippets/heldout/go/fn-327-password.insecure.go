package vault

import (
	"crypto/md5"
	"encoding/hex"

	"golang.org/x/crypto/bcrypt"
)

func Store(password string) (string, error) {
	sum := md5.Sum([]byte(password))
	_ = bcrypt.MinCost
	return hex.EncodeToString(sum[:]), nil
}
