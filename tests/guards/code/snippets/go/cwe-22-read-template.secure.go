package pages

import (
	"os"
	"path/filepath"
)

type Store struct{ root string }

func (s *Store) Load(name string) (string, error) {
	if !filepath.IsLocal(name) {
		return "", os.ErrNotExist
	}
	b, err := os.ReadFile(s.root + "/" + name + ".html")
	return string(b), err
}
