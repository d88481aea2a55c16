package feed

import (
	"fmt"
	"net/http"
	"regexp"

	"github.com/antchfx/xmlquery"
	"github.com/antchfx/xpath"
)

var word = regexp.MustCompile(`^[a-z]+$`)

func lookup(doc *xmlquery.Node, r *http.Request) {
	user := r.FormValue("user")
	// ruleid: go-xpath-injection
	xmlquery.FindOne(doc, "//user[@name='"+user+"']")
	// ruleid: go-xpath-injection
	xpath.Compile(fmt.Sprintf("//user[@name='%s']", user))
	// ok: go-xpath-injection
	xmlquery.FindOne(doc, "//user")
	if word.MatchString(user) {
		// ok: go-xpath-injection
		xmlquery.FindOne(doc, "//user[@name='"+user+"']")
	}
	// xmlquery.FindOne(doc, "//" + r.FormValue("x"))
}
