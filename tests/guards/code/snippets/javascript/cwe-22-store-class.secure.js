const fs = require('fs/promises');
const path = require('path');

class ReportStore {
  constructor(baseDir) {
    this.baseDir = path.resolve(baseDir);
  }

  async load(name) {
    if (!/^[\w-]+\.txt$/.test(name)) {
      throw new Error('invalid name');
    }
    return fs.readFile(path.join(this.baseDir, name), 'utf8');
  }
}
module.exports = ReportStore;
