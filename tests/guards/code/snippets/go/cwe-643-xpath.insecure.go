package feed

import (
	"fmt"
	"net/http"
	"regexp"

	"github.com/antchfx/xmlquery"
)

func lookup(doc *xmlquery.Node) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		user := r.URL.Query().Get("user")
		node := xmlquery.FindOne(doc, fmt.Sprintf("//user[@name='%s']/email", user))
		if node != nil {
			w.Write([]byte(node.InnerText()))
		}
	}
}
