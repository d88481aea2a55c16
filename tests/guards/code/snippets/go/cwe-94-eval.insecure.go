package main

import (
	"net/http"

	"github.com/dop251/goja"
)

func calculate(w http.ResponseWriter, r *http.Request) {
	vm := goja.New()
	value, err := vm.RunString(r.FormValue("expression"))
	if err != nil {
		http.Error(w, "bad", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/plain")
	w.Write([]byte(value.String()))
}
