package web

import (
	"io"
	"io/ioutil"
	"net/http"
)

func create(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-unbounded-body
	io.ReadAll(r.Body)
	// ruleid: go-unbounded-body
	ioutil.ReadAll(r.Body)
	// ok: go-unbounded-body
	io.ReadAll(io.LimitReader(r.Body, 1<<20))
}

func create_right(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	// ok: go-unbounded-body
	io.ReadAll(r.Body)
	// io.ReadAll(r.Body)
}
