package example

func example(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-world-writable-file
	os.Chmod(path, 0777)
	// ruleid: go-world-writable-file
	os.WriteFile(path, data, 0666)
	// ok: go-world-writable-file
	os.Chmod(path, 0600)
	// ok: go-world-writable-file
	os.WriteFile(path, data, 0600)
	// os.Chmod(path, 0777)
}
