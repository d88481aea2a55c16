package main

import (
	"html/template"
	"net/http"

	"github.com/dop251/goja"
)

func run(w http.ResponseWriter, r *http.Request) {
	code := r.FormValue("code")
	vm := goja.New()
	// ruleid: go-code-injection
	vm.RunString(code)
	// ruleid: go-code-injection
	template.New("page").Parse("<p>" + code + "</p>")
	// ok: go-code-injection
	vm.RunString("6 * 7")
	// ok: go-code-injection
	template.New("page").Parse("<p>{{.}}</p>")
	// vm.RunString(code)
}
