package rpc

import (
	"crypto/tls"

	"google.golang.org/grpc/credentials"
)

func creds() credentials.TransportCredentials {
	cfg := &tls.Config{}
	cfg.InsecureSkipVerify = true
	return credentials.NewTLS(cfg)
}
