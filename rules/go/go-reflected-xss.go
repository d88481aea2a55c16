package web

import (
	"fmt"
	"html"
	"html/template"
	"net/http"
	"os"
)

func greet(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	w.Header().Set("Content-Type", "text/html")
	// ruleid: go-reflected-xss
	fmt.Fprintf(w, "<h1>Hello, %s</h1>", name)
	// ruleid: go-reflected-xss
	w.Write([]byte("<p>" + name + "</p>"))
	// ok: go-reflected-xss
	fmt.Fprintf(w, "<h1>Hello, %s</h1>", html.EscapeString(name))
}

func comment(w http.ResponseWriter, r *http.Request) {
	t := template.Must(template.New("x").Parse("<div>{{.}}</div>"))
	// ruleid: go-reflected-xss
	t.Execute(w, template.HTML(r.FormValue("body")))
	// ok: go-reflected-xss
	t.Execute(w, r.FormValue("body"))
}

func plain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain")
	// ok: go-reflected-xss
	fmt.Fprintf(w, "%s", r.FormValue("x"))
	data, _ := os.ReadFile(r.FormValue("x"))
	_ = data
	// fmt.Fprintf(w, "<p>%s", r.FormValue("x"))
}
