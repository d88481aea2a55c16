package site

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

func LoadTemplate(dir, name string) (string, error) {
	full := filepath.Join(dir, name+".tmpl")
	data, err := os.ReadFile(full)
	if err != nil {
		return "", errors.New("no template " + strings.TrimSpace(name))
	}
	return string(data), nil
}
