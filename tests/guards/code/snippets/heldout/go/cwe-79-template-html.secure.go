package main

import (
	"html/template"
	"net/http"
)

func render(w http.ResponseWriter, r *http.Request) {
	bio := r.PostFormValue("bio")
	data := map[string]any{"Bio": bio}
	t := template.Must(template.ParseFiles("profile.html"))
	t.Execute(w, data)
}
