package store

import (
	"database/sql"
	"os"

	_ "github.com/go-sql-driver/mysql"
)

func Open() (*sql.DB, error) {
	return sql.Open("mysql", "root:Passw0rd!@tcp(127.0.0.1:3306)/shop")
}
