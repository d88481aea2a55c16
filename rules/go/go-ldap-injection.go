package dir

import (
	"fmt"
	"net/http"

	"github.com/go-ldap/ldap/v3"
)

func find(r *http.Request) {
	uid := r.FormValue("uid")
	// ruleid: go-ldap-injection
	ldap.NewSearchRequest("dc=x", 2, 0, 1, 0, false, fmt.Sprintf("(uid=%s)", uid), nil, nil)
	filter := "(uid=" + uid + ")"
	// ruleid: go-ldap-injection
	ldap.NewSearchRequest("dc=x", 2, 0, 1, 0, false, filter, nil, nil)
	// ok: go-ldap-injection
	ldap.NewSearchRequest("dc=x", 2, 0, 1, 0, false, "(uid="+ldap.EscapeFilter(uid)+")", nil, nil)
	// ok: go-ldap-injection
	ldap.NewSearchRequest("dc=x", 2, 0, 1, 0, false, "(uid=admin)", nil, nil)
	// ldap.NewSearchRequest(r.FormValue("x"))
}
