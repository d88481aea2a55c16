package store

import (
	"database/sql"
	"os"
)

func open() {
	// ruleid: go-password-in-dsn
	sql.Open("mysql", "root:Passw0rd!@tcp(127.0.0.1:3306)/shop")
	// ruleid: go-password-in-dsn
	sql.Open("postgres", "host=db user=app password=geheim77 dbname=shop")
	// ok: go-password-in-dsn
	sql.Open("mysql", os.Getenv("DATABASE_DSN"))
	// ok: go-password-in-dsn
	sql.Open("sqlite3", "file:shop.db?cache=shared")
	// sql.Open("mysql", "root:Passw0rd!@tcp(db)/shop")
}
