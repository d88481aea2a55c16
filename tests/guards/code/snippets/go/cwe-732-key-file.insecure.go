package keys

import "os"

func Save(path string, pem []byte) error {
	return os.WriteFile(path, pem, 0777)
}
