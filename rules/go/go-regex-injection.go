package main

import (
	"net/http"
	"regexp"
)

func find(w http.ResponseWriter, r *http.Request) {
	q := r.FormValue("q")
	// ruleid: go-regex-injection
	a := regexp.MustCompile(q)
	// ruleid: go-regex-injection
	b, _ := regexp.MatchString("^"+q, "text")
	// ok: go-regex-injection
	c := regexp.MustCompile(regexp.QuoteMeta(q))
	// ok: go-regex-injection
	d, _ := regexp.MatchString("^[a-z]+$", q)
	// regexp.MustCompile(q)
	_, _, _, _ = a, b, c, d
}
