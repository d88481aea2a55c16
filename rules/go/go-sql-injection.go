package example

func example(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	// ruleid: go-sql-injection
	db.Query("SELECT * FROM users WHERE id = " + id)
	query := fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", r.FormValue("name"))
	// ruleid: go-sql-injection
	db.Exec(query)
	// ok: go-sql-injection
	db.Query("SELECT * FROM users WHERE id = $1", id)
	number, _ := strconv.Atoi(id)
	// ok: go-sql-injection
	db.Query("SELECT count(*) FROM users")
	// db.Query("SELECT " + id)
	log.Println("db.Query(id)", number)
}
