package auth

import "log"

func login(user, password string, cfg struct{ APIKey string }) {
	// ruleid: go-secret-in-log
	log.Println("login", user, password)
	// ruleid: go-secret-in-log
	log.Printf("key %s", cfg.APIKey)
	// ok: go-secret-in-log
	log.Println("login", user)
	// ok: go-secret-in-log
	log.Println("wrong password")
	// log.Println(password)
}
