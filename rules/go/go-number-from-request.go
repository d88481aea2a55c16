package main

import (
	"net/http"
	"strconv"
)

var names = []string{"a", "b"}

func pick(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return
	}
	// ruleid: go-number-from-request
	name := names[n]
	// ruleid: go-number-from-request
	share := make([]int, n)
	use(name, share)
}

func choose(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil || n < 1 || n >= len(names) {
		return
	}
	// ok: go-number-from-request
	name := names[n]
	// ok: go-number-from-request
	share := make([]int, n)
	use(name, share)
	// names[n]
}

func find(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return
	}
	// ok: go-number-from-request
	item, ok := byNumber[n]
	if ok {
		use(item, nil)
	}
}
