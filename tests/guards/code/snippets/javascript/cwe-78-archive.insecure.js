const { exec, spawn } = require("child_process");

function archive(folder, target) {
  return new Promise((resolve, reject) => exec("tar -czf " + target + " " + folder, (e) => (e ? reject(e) : resolve())));
}

module.exports = { archive };
