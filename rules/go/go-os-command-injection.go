package example

func example(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	// ruleid: go-os-command-injection
	exec.Command("sh", "-c", "ping -c 1 " + host).Run()
	// ruleid: go-os-command-injection
	exec.Command(host).Run()
	// ok: go-os-command-injection
	exec.Command("ping", "-c", "1", host).Run()
	// ok: go-os-command-injection
	exec.Command("sh", "-c", "uptime").Run()
	// exec.Command(host).Run()
}
