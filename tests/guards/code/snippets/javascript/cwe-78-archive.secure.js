const { exec, spawn } = require("child_process");

function archive(folder, target) {
  return new Promise((resolve) => spawn("tar", ["-czf", target, "--", folder]).on("close", resolve));
}

module.exports = { archive };
