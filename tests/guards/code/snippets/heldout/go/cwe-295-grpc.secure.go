package rpc

import (
	"crypto/tls"

	"google.golang.org/grpc/credentials"
)

func creds() credentials.TransportCredentials {
	cfg := &tls.Config{}
	cfg.MinVersion = tls.VersionTLS13
	return credentials.NewTLS(cfg)
}
