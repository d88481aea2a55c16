package feed

import (
	"fmt"
	"net/http"
	"regexp"

	"github.com/antchfx/xmlquery"
)

var word = regexp.MustCompile(`^[a-z0-9]+$`)

func lookup(doc *xmlquery.Node) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		user := r.URL.Query().Get("user")
		if !word.MatchString(user) {
			http.Error(w, "bad user", 400)
			return
		}
		node := xmlquery.FindOne(doc, fmt.Sprintf("//user[@name='%s']/email", user))
		if node != nil {
			w.Write([]byte(node.InnerText()))
		}
	}
}
