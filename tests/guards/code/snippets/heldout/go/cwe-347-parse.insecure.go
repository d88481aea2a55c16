package auth

import (
	"fmt"

	"github.com/golang-jwt/jwt/v5"
)

func Subject(text string, key []byte) (string, error) {
	token, _, err := new(jwt.Parser).ParseUnverified(text, jwt.MapClaims{})
	if err != nil {
		return "", fmt.Errorf("token: %w", err)
	}
	return token.Claims.GetSubject()
}
