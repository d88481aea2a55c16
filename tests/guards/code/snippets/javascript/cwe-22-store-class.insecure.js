const fs = require('fs/promises');
const path = require('path');

class ReportStore {
  constructor(baseDir) {
    this.baseDir = baseDir;
  }

  async load(name) {
    return fs.readFile(path.join(this.baseDir, name), 'utf8');
  }
}
module.exports = ReportStore;
