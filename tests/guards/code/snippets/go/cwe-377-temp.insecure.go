package report

import (
	"os"
)

func WriteTemp(data []byte) (string, error) {
	path := "/tmp/report.csv"
	return path, os.WriteFile(path, data, 0644)
}
