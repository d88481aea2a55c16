package main

import (
	"net/http"
	"html/template"
)

var page = template.Must(template.New("page").Parse("<p>{{.}}</p>"))

func show(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, r.FormValue("comment"))
}
