package repo

import (
	"fmt"

	"github.com/jmoiron/sqlx"
)

type Repo struct{ db *sqlx.DB }

func (r *Repo) Emails(domain string, limit int) ([]string, error) {
	var out []string
	err := r.db.Select(&out, "SELECT email FROM users WHERE email LIKE ? LIMIT ?", "%@"+domain, limit)
	return out, err
}
