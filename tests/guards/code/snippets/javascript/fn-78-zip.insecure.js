const { execSync, execFileSync } = require('child_process');

function zipFolder(folder, target) {
  execSync(`zip -r ${target} ${folder}`);
  return target;
}

module.exports = zipFolder;
