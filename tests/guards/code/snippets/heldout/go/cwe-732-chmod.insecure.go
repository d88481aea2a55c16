package keys

import "os"

func Save(path string, key []byte) error {
	if err := os.WriteFile(path, key, 0o666); err != nil {
		return err
	}
	return os.Chmod(path, 0o777)
}
