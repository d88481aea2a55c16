package auth

import (
	"fmt"

	"github.com/golang-jwt/jwt/v5"
)

func Subject(text string, key []byte) (string, error) {
	token, err := jwt.Parse(text, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, fmt.Errorf("method")
		}
		return key, nil
	})
	if err != nil {
		return "", fmt.Errorf("token: %w", err)
	}
	return token.Claims.GetSubject()
}
