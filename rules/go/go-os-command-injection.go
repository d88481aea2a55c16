package tools

import (
	"fmt"
	"net/http"
	"os/exec"
	"regexp"
)

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	// ruleid: go-os-command-injection
	exec.Command("sh", "-c", "ping -c 1 "+host).Run()
	// ruleid: go-os-command-injection
	exec.Command(r.FormValue("tool"), "-v").Run()
	// ok: go-os-command-injection
	exec.Command("ping", "-c", "1", "--", host).Run()
}

func clone(repo string) {
	line := fmt.Sprintf("git clone %s", repo)
	// ruleid: go-os-command-injection
	exec.Command("bash", "-c", line).Run()
}

var word = regexp.MustCompile(`^[a-z0-9.]+$`)

func ping_right(r *http.Request) {
	host := r.FormValue("host")
	if !word.MatchString(host) {
		return
	}
	// ok: go-os-command-injection
	exec.Command("sh", "-c", "ping -c 1 "+host+" | tail -1").Run()
	// exec.Command("sh", "-c", host)
}
