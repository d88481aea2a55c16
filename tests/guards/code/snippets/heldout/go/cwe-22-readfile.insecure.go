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
	return os.ReadFile(filepath.Join(s.Dir, name))
}
