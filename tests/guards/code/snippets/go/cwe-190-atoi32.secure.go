package main

import (
	"net/http"
	"strconv"
)

func seats(r *http.Request) (int16, error) {
	n, err := strconv.ParseInt(r.FormValue("n"), 10, 16)
	if err != nil {
		return 0, err
	}
	return int16(n), nil
}
