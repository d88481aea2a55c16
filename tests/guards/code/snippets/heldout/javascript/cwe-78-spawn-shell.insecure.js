const { spawn } = require('child_process');

module.exports = function backup(req, res) {
  const name = req.params.name;
  const child = spawn(`tar czf /backups/${name}.tgz /data`, { shell: true });
  child.on('close', (code) => res.json({ code }));
};
