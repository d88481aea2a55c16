package export

import (
	"os"
	"path/filepath"
)

func Write(text []byte) (string, error) {
	path := filepath.Join(os.TempDir(), "export.csv")
	return path, os.WriteFile(path, text, 0o600)
}
