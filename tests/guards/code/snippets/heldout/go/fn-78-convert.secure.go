package media

import (
	"fmt"
	"os/exec"
)

func Thumbnail(input string, width int, output string) error {
	return exec.Command("convert", input, "-resize", fmt.Sprint(width), output).Run()
}
