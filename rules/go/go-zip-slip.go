package archive

import (
	"archive/tar"
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
)

func unzip(r *zip.ReadCloser, dest string) {
	for _, f := range r.File {
		target := filepath.Join(dest, f.Name)
		// ruleid: go-zip-slip
		os.Create(target)
	}
}

func untar(tr *tar.Reader, dest string) {
	for {
		h, err := tr.Next()
		if err != nil {
			return
		}
		// ruleid: go-zip-slip
		os.OpenFile(filepath.Join(dest, h.Name), os.O_CREATE, 0o600)
	}
}

func unzip_right(r *zip.ReadCloser, dest string) {
	for _, f := range r.File {
		target := filepath.Join(dest, f.Name)
		if !strings.HasPrefix(target, filepath.Clean(dest)+string(os.PathSeparator)) {
			return
		}
		// ok: go-zip-slip
		os.Create(target)
	}
}

func local(r *zip.ReadCloser, dest string) {
	for _, f := range r.File {
		if !filepath.IsLocal(f.Name) {
			continue
		}
		// ok: go-zip-slip
		os.Create(filepath.Join(dest, f.Name))
	}
	// os.Create(f.Name)
}
