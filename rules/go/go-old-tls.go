package web

import "crypto/tls"

func configs() []*tls.Config {
	return []*tls.Config{
		// ruleid: go-old-tls
		&tls.Config{MinVersion: tls.VersionTLS10},
		// ruleid: go-old-tls
		&tls.Config{ServerName: "a", MinVersion: tls.VersionTLS11},
		// ok: go-old-tls
		&tls.Config{MinVersion: tls.VersionTLS12},
		// ok: go-old-tls
		&tls.Config{ServerName: "a"},
		// &tls.Config{MinVersion: tls.VersionTLS10}
	}
}
