package page

import (
	"fmt"
	"html"
)

func card(name string, bio string) string {
	// ruleid: go-html-from-parameter
	head := "<h1>" + name + "</h1>"
	// ruleid: go-html-from-parameter
	return fmt.Sprintf("<div><p>%s</p></div>", bio) + head
}

func safe(name string) string {
	// ok: go-html-from-parameter
	head := "<h1>" + html.EscapeString(name) + "</h1>"
	// ok: go-html-from-parameter
	note := "<p>fixed</p>"
	// "<h1>" + name
	return head + note
}
