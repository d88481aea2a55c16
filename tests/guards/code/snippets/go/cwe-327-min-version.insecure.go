package server

import (
	"crypto/tls"
	"net/http"
)

func Serve(h http.Handler) error {
	s := &http.Server{
		Addr:    ":8443",
		Handler: h,
		TLSConfig: &tls.Config{MinVersion: tls.VersionTLS10},
	}
	return s.ListenAndServeTLS("cert.pem", "key.pem")
}
