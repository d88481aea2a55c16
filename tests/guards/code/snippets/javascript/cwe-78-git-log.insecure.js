const { exec } = require('child_process');
const express = require('express');
const router = express.Router();

function gitLog(branch, cb) {
  const cmd = `git log --oneline ${branch} | head -20`;
  exec(cmd, { cwd: '/srv/repo' }, cb);
}

router.get('/log', (req, res) => {
  gitLog(req.query.branch, (err, stdout) => {
    if (err) return res.status(500).json({ error: 'git failed' });
    res.json({ log: stdout.split('\n') });
  });
});

module.exports = router;
