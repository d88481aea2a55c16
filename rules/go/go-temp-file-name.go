package report

import (
	"os"
	"path/filepath"
)

func write(data []byte) {
	path := "/tmp/report.csv"
	// ruleid: go-temp-file-name
	os.WriteFile(path, data, 0o600)
	// ruleid: go-temp-file-name
	os.Create(filepath.Join(os.TempDir(), "report.csv"))
	// ok: go-temp-file-name
	os.CreateTemp("", "report-*.csv")
	// ok: go-temp-file-name
	os.WriteFile("/var/lib/app/report.csv", data, 0o600)
	// os.Create("/tmp/x")
}
