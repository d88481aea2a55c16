const { exec, execFile } = require("child_process");

function ping(host) {
  // ruleid: js-os-command-injection
  exec("ping -c 1 " + host);
}

app.get("/ls", (req, res) => {
  const name = req.query.name;
  // ruleid: js-os-command-injection
  exec(`ls ${name}`);
  // ok: js-os-command-injection
  execFile("ls", [name]);
  // ok: js-os-command-injection
  exec("uptime");
  // exec("rm " + name)
});
