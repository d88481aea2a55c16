const { spawn } = require('child_process');

module.exports = function backup(req, res) {
  const name = req.params.name;
  const child = spawn('tar', ['czf', `/backups/${parseInt(name, 10)}.tgz`, '/data']);
  child.on('close', (code) => res.json({ code }));
};
