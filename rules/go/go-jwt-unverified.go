package auth

import "github.com/golang-jwt/jwt/v5"

func read(raw string, claims jwt.MapClaims, key jwt.Keyfunc) {
	// ruleid: go-jwt-unverified
	jwt.NewParser().ParseUnverified(raw, claims)
	p := new(jwt.Parser)
	// ruleid: go-jwt-unverified
	p.ParseUnverified(raw, claims)
	// ok: go-jwt-unverified
	jwt.ParseWithClaims(raw, claims, key)
	// ok: go-jwt-unverified
	p.ParseWithClaims(raw, claims, key)
	// p.ParseUnverified(raw, claims)
}
