package users

import "database/sql"

func Delete(db *sql.DB, table, id string) error {
	if table != "users" {
		return sql.ErrNoRows
	}
	_, err := db.Exec("DELETE FROM users WHERE id = ?", id)
	return err
}
