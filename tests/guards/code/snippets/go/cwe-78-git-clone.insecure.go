package deploy

import (
	"fmt"
	"os/exec"
)

func Clone(repo, dir string) error {
	cmd := fmt.Sprintf("git clone %s %s", repo, dir)
	return exec.Command("bash", "-c", cmd).Run()
}
