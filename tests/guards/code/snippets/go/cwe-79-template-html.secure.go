package main

import (
	"html/template"
	"net/http"
)

func preview(w http.ResponseWriter, r *http.Request) {
	t := template.Must(template.New("x").Parse("<div>{{.Body}}</div>"))
	t.Execute(w, map[string]any{"Body": r.PostFormValue("body")})
}
