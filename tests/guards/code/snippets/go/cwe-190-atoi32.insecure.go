package main

import (
	"net/http"
	"strconv"
)

func seats(r *http.Request) (int16, error) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return 0, err
	}
	return int16(n), nil
}
