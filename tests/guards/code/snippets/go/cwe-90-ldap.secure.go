package dir

import (
	"fmt"

	"github.com/go-ldap/ldap/v3"
)

func Find(conn *ldap.Conn, uid string) (*ldap.SearchResult, error) {
	filter := fmt.Sprintf("(uid=%s)", ldap.EscapeFilter(uid))
	req := ldap.NewSearchRequest("dc=example,dc=com", ldap.ScopeWholeSubtree, ldap.NeverDerefAliases, 10, 0, false, filter, []string{"dn"}, nil)
	return conn.Search(req)
}
