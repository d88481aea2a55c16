const { execSync, execFileSync } = require('child_process');

function zipFolder(folder, target) {
  execFileSync('zip', ['-r', target, folder]);
  return target;
}

module.exports = zipFolder;
