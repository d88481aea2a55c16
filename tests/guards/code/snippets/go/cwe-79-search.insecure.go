package main

import (
	"html/template"
	"net/http"
)

var tmpl = template.Must(template.New("s").Parse(`<p>Results for {{.}}</p>`))

func search(w http.ResponseWriter, r *http.Request) {
	q := r.FormValue("q")
	w.Write([]byte("<p>Results for " + q + "</p>"))
}
