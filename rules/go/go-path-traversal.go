package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func download(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("file")
	// ruleid: go-path-traversal
	os.ReadFile(filepath.Join("/srv/files", name))
	// ruleid: go-path-traversal
	http.ServeFile(w, r, "/srv/files/"+name)
	// ok: go-path-traversal
	os.ReadFile(filepath.Join("/srv/files", filepath.Base(name)))
}

func download_right(w http.ResponseWriter, r *http.Request) {
	full := filepath.Join("/srv/files", r.URL.Query().Get("file"))
	if !strings.HasPrefix(full, "/srv/files/") {
		return
	}
	// ok: go-path-traversal
	os.ReadFile(full)
}

type store struct{ root string }

func (s *store) load(name string) ([]byte, error) {
	// ruleid: go-path-traversal
	return os.ReadFile(s.root + "/" + name)
}

func (s *store) load_right(name string) ([]byte, error) {
	if !filepath.IsLocal(name) {
		return nil, os.ErrNotExist
	}
	// ok: go-path-traversal
	return os.ReadFile(s.root + "/" + name)
	// os.ReadFile("/srv/" + r.URL.Path)
}
