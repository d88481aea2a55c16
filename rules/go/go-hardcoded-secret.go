package auth

import "os"

// ruleid: go-hardcoded-secret
var jwtKey = []byte("my_secret_key_2023")

// ruleid: go-hardcoded-secret
const dbPassword = "Tr0ub4dor&3"

// ok: go-hardcoded-secret
var signingKey = []byte(os.Getenv("SIGNING_KEY"))

// ok: go-hardcoded-secret
const passwordHeader = "X-Password"

// var apiKey = "0123456789abcdef"
