package site

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

func LoadTemplate(dir, name string) (string, error) {
	full := filepath.Join(dir, name+".tmpl")
	if !strings.HasPrefix(full, filepath.Clean(dir)+string(filepath.Separator)) {
		return "", errors.New("outside")
	}
	data, err := os.ReadFile(full)
	if err != nil {
		return "", errors.New("no template " + strings.TrimSpace(name))
	}
	return string(data), nil
}
