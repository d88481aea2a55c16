package store

import (
	"database/sql"
	"fmt"
)

type User struct {
	ID   int
	Name string
}

func FindUser(db *sql.DB, name string) (*User, error) {
	row := db.QueryRow("SELECT id, name FROM users WHERE name = ?", name)
	var u User
	if err := row.Scan(&u.ID, &u.Name); err != nil {
		return nil, err
	}
	return &u, nil
}
