package media

import (
	"fmt"
	"os/exec"
)

func Thumbnail(input string, width int, output string) error {
	cmd := fmt.Sprintf("convert %s -resize %d %s", input, width, output)
	return exec.Command("/bin/sh", "-c", cmd).Run()
}
