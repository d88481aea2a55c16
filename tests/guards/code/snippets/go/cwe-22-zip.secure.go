package archive

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func Unzip(source, destination string) error {
	reader, err := zip.OpenReader(source)
	if err != nil {
		return err
	}
	defer reader.Close()
	for _, entry := range reader.File {
		target := filepath.Join(destination, entry.Name)
		if !strings.HasPrefix(target, filepath.Clean(destination)+string(os.PathSeparator)) {
			continue
		}
		out, err := os.Create(target)
		if err != nil {
			return err
		}
		in, err := entry.Open()
		if err != nil {
			return err
		}
		if _, err := io.CopyN(out, in, 1<<20); err != nil && err != io.EOF {
			return err
		}
		in.Close()
		out.Close()
	}
	return nil
}
