const util = require('util');
const exec = util.promisify(require('child_process').exec);
const execFile = util.promisify(require('child_process').execFile);

class Archiver {
  constructor(dir) {
    this.dir = dir;
  }

  async pack(name) {
    await execFile('tar', ['czf', `/backups/${name}.tgz`, '-C', this.dir, '.']);
    return `/backups/${name}.tgz`;
  }
}

module.exports = async (req, res) => {
  const file = await new Archiver('/srv/data').pack(req.body.name);
  res.json({ file });
};
