package web

import (
	"net/http"
	"os"
	"path/filepath"
)

func upload(r *http.Request) {
	_, header, _ := r.FormFile("file")
	// ruleid: go-upload-name
	os.Create("./uploads/" + header.Filename)
	name := filepath.Join("uploads", header.Filename)
	// ruleid: go-upload-name
	os.WriteFile(name, nil, 0o600)
	// ok: go-upload-name
	os.CreateTemp("./uploads", "*"+filepath.Ext(header.Filename))
	// ok: go-upload-name
	os.Create("./uploads/fixed.png")
	// os.Create(header.Filename)
}
