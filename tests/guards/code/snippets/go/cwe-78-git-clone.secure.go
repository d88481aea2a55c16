package deploy

import (
	"fmt"
	"os/exec"
)

func Clone(repo, dir string) error {
	return exec.Command("git", "clone", "--", repo, dir).Run()
}
