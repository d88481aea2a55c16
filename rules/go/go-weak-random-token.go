package example

func example(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-weak-random-token
	token := rand.Int63()
	// ruleid: go-weak-random-token
	sessionID := fmt.Sprint(rand.Intn(1000000))
	// ok: go-weak-random-token
	dice := rand.Intn(6)
	// ok: go-weak-random-token
	secret, err := rand.Read(buffer)
	// token := rand.Int63()
}
