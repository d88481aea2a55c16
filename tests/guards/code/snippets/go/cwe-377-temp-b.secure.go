package export

import (
	"os"
	"path/filepath"
)

func Write(text []byte) (string, error) {
	file, err := os.CreateTemp("", "export-*.csv")
	if err != nil {
		return "", err
	}
	defer file.Close()
	path := filepath.Clean(file.Name())
	_, err = file.Write(text)
	return path, err
}
