const { execFile } = require('child_process');

function ping(host, callback) {
  execFile('ping', ['-c', '3', '--', host], (error, stdout) => {
    callback(error, stdout);
  });
}
module.exports = { ping };
