package main

import (
	"html/template"
	"net/http"
)

var page = template.Must(template.New("p").Parse(`<html><body><p>{{.Comment}}</p></body></html>`))

func show(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, map[string]string{"Comment": r.FormValue("comment")})
}
