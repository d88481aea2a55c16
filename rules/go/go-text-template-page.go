package web

import (
	"net/http"
	"os"
	"text/template"
)

var page = template.Must(template.New("p").Parse("<p>{{.}}</p>"))

func show(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-text-template-page
	page.Execute(w, r.FormValue("x"))
	// ruleid: go-text-template-page
	page.ExecuteTemplate(w, "p", r.FormValue("x"))
}

func mail(text string) {
	// ok: go-text-template-page
	page.Execute(os.Stdout, text)
	// ok: go-text-template-page
	page.ExecuteTemplate(os.Stderr, "p", text)
	// page.Execute(w, x)
}
