package example

func example(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("file")
	// ruleid: go-path-traversal
	os.Open("/srv/" + name)
	// ruleid: go-path-traversal
	data, err := os.ReadFile(filepath.Join("/srv", name))
	// ok: go-path-traversal
	os.Open("/srv/" + filepath.Base(name))
	// ok: go-path-traversal
	os.Open("/srv/fixed.txt")
	// os.Open(name)
}
