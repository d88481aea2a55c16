package notes

import (
	"errors"
	"os"
	"path/filepath"
)

type Store struct {
	Dir string
}

func (s *Store) Read(name string) ([]byte, error) {
	if !filepath.IsLocal(name) {
		return nil, errors.New("bad name")
	}
	return os.ReadFile(filepath.Join(s.Dir, name))
}
