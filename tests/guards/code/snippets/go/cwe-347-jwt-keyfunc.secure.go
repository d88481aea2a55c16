package auth

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

func Parse(raw string, key []byte) (jwt.MapClaims, error) {
	claims := jwt.MapClaims{}
	token, err := jwt.ParseWithClaims(raw, claims, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, errors.New("unexpected method")
		}
		return key, nil
	})
	if err != nil || !token.Valid {
		return nil, errors.New("bad token")
	}
	return claims, nil
}
